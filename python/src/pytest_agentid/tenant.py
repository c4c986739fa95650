"""A tenant for one test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .control import AgentidError, Control

__all__ = ["AgentidError", "Tenant"]


@dataclass(frozen=True)
class Tenant:
    """Nothing else sees its objects, clock, faults and journal."""

    tenant_id: str
    #: Variables for the program under test: the mock, the tenant, its blueprint and agent identities, and trust.
    env: Mapping[str, str]
    _control: Control

    def advance(self, seconds: float) -> None:
        """Moves the clock of the tenant."""
        self._ask("PUT", "clock", {"advanceSeconds": seconds})

    def fault(self, **fault: object) -> None:
        """Adds a fault to the next answer that it matches, such as ``fault(status=429)``."""
        self._ask("POST", "faults", fault)

    def journal(self) -> list[dict[str, Any]]:
        """What the tenant was asked and what it answered, oldest first. Secrets are masked."""
        return self._ask("GET", "requests")["requests"]

    def refusals(self) -> list[str]:
        """The rules under which the tenant refused requests, oldest first, such as ``["T1-AGENT"]``."""
        outcomes = [entry["outcome"] for entry in self.journal()]
        return [outcome["refused"] for outcome in outcomes if "refused" in outcome]

    def token(self, **order: object) -> str:
        """Makes a token, good or forged, such as ``token(kind="user", user=…, client=…, audience=…)``."""
        return self._ask("POST", "tokens", order)["token"]

    def remove(self) -> None:
        """Removes the tenant."""
        self._control.ask("DELETE", f"tenants/{self.tenant_id}")

    def _ask(self, method: str, path: str, body: Mapping[str, object] | None = None) -> Any:
        return self._control.ask(method, path, tenant=self.tenant_id, body=body)
