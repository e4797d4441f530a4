"""Small widgets that the screens are made of. Each follows the theme; none knows what a customer is."""
