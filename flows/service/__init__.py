"""A Prefect server, a worker and the deployments on one machine, started and stopped together.

up(Service(Path("data")), print)   # until it is interrupted
down(Path("data"), print)
"""

from flows.service.service import Service, ServiceError
from flows.service.starting import down, start, up

__all__ = ["Service", "ServiceError", "down", "start", "up"]
