"""The hands and eyes of the tests in Qt, as patient as a busy machine needs; what comes is not waited for longer."""

from pytestqt.qtbot import QtBot

PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Its `timeout` is for what never comes."""

    def waitUntil(self, done, *, timeout=PATIENCE_MS):
        super().waitUntil(done, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **wishes):
        return super().waitSignal(signal, timeout=timeout, **wishes)

    def waitExposed(self, widget, *, timeout=PATIENCE_MS):
        return super().waitExposed(widget, timeout=timeout)
