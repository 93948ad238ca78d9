"""The schema: migrations, views and checks, as SQL."""
