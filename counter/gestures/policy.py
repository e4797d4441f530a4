"""What the owner and the makers may set about the extra gesture; every number with its unit."""

from dataclasses import dataclass

from counter.records.gestures import Budget


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The shop's limits first, then how the engine weighs. `cup` is a cup of coffee in minor units."""

    trade: str = "*"
    cup: int = 300
    cups_day: float = 4.0
    cups_week: float = 20.0
    minutes_day: float = 30.0
    count_day: int = 6
    person_cups_30: float = 3.0
    person_count_30: int = 2
    refusals_enough: int = 3
    visits_day: float = 40.0
    hours: tuple[int, int] = (9, 18)

    near_days: int = 3
    anniversary_days: int = 5
    absence_days: int = 45
    ask_after_days: int = 20
    ahead_days: int = 7
    told_days: int = 30
    price_days: int = 60

    threshold: float = 0.1
    most_chance: float = 0.5
    haste: float = 0.87
    gate_middle: float = 0.3
    gate_scale: float = 0.09
    gate_expect: float = 2.0
    lean: float = 2.2
    group_debt: float = 1.0
    often_debt: float = 0.0
    person_debt: float = 0.3
    first_push: float = 3.0
    pool_band: float = 0.06

    value: float = 0.44
    value_guess: float = 0.5
    value_sd: float = 0.13
    family_sd: float = 0.06
    person_sd: float = 0.16
    occasion: float = 0.22
    occasion_sd: float = 0.10
    noise_sd: float = 0.25
    sampling: float = 0.15

    damp_expect: float = 0.6
    satiation: float = 0.7
    satiation_days: float = 75.0
    family_satiation: float = 0.35
    trace_days: float = 45.0

    money_floor: float = 0.1
    minute_floor: float = 0.03
    budget_aim: float = 0.95
    rush_minute: float = 0.05
    habit: float = 0.3
    scene_habit: float = 0.2
    unsaid_risk: float = 0.04
    newcomer_personal: float = 0.3
    newcomer_thing: float = 0.06
    onlookers: float = 0.1
    swap_family: float = 0.1
    near_equal: float = 0.05

    def budget(self) -> Budget:
        """What may be given in a day and a week, nothing of it used yet."""
        return Budget(
            money_day=round(self.cups_day * self.cup),
            money_week=round(self.cups_week * self.cup),
            minutes_day=self.minutes_day,
            count_day=self.count_day,
        )
