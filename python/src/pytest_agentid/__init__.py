"""A mock of Microsoft Entra for agent identities, with a tenant for each test of pytest."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from .mock import Mock, start_mock
from .tenant import AgentidError, Tenant

__all__ = ["AgentidError", "Mock", "Tenant", "agentid_mock", "agentid_tenant", "start_mock"]


@pytest.fixture(scope="session")
def agentid_mock() -> Iterator[Mock]:
    """The mock of this session. Programs that tests start trust it, and so do clients made in this process."""
    mock = start_mock()
    before = dict(os.environ)
    os.environ.update(mock.trust)
    try:
        yield mock
    finally:
        for name in mock.trust:
            if name in before:
                os.environ[name] = before[name]
            else:
                os.environ.pop(name, None)
        mock.stop()


@pytest.fixture
def agentid_tenant(agentid_mock: Mock, request: pytest.FixtureRequest) -> Iterator[Tenant]:
    """A tenant for this test alone: like Contoso, or as ``@pytest.mark.agentid_tenant(blueprints=[…])`` says."""
    mark = request.node.get_closest_marker("agentid_tenant")
    tenant = agentid_mock.tenant(mark.kwargs if mark else None)
    yield tenant
    tenant.remove()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "agentid_tenant(**description): what the fixture agentid_tenant holds"
    )
