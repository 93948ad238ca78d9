"""Prefect flows: order, retries and concurrency. They decide nothing."""
