"""Starts the mock, or finds the one that runs."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .control import Control
from .tenant import AgentidError, Tenant


@dataclass(frozen=True)
class Mock:
    """A mock that runs."""

    authority_host: str
    #: Variables by which programs, and clients in this process, trust the mock besides the public authorities.
    trust: Mapping[str, str]
    #: The same for a client of your own: ``httpx.Client(verify=mock.ssl_context)``.
    ssl_context: ssl.SSLContext
    stop: Callable[[], None]
    _control: Control

    def tenant(self, description: Mapping[str, object] | None = None) -> Tenant:
        """Makes a tenant: the one described, or one like Contoso under new ids."""
        made = self._control.ask("POST", "tenants", body=description)
        return Tenant(made["tenantId"], {**made["env"], **self.trust}, self._control)


def start_mock() -> Mock:
    """Starts ``agentid serve``, which ends with this process, or uses the mock that ``AGENTID_MOCK_URL`` names."""
    url = os.environ.get("AGENTID_MOCK_URL")
    if url:
        token = os.environ.get("AGENTID_CONTROL_TOKEN")
        return _mock_at(url.rstrip("/"), os.environ.get("AGENTID_CA_FILE"), token, lambda: None)
    process = subprocess.Popen(
        [*_command(), "serve", "--port", "0", "--http-port", "0", "--json", "--exit-with-parent"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    line = process.stdout.readline() if process.stdout else b""
    if not line:
        raise AgentidError(f"'agentid serve' ended with exit code {process.wait()}; it says why above")
    ready = json.loads(line)
    return _mock_at(ready["authorityHost"], ready["caFile"], None, lambda: _stop(process))


def _mock_at(host: str, ca_file: str | None, token: str | None, stop: Callable[[], None]) -> Mock:
    context = ssl.create_default_context()
    trust = {}
    folder = None
    if ca_file:
        context.load_verify_locations(ca_file)
        # Python's variables replace the public authorities, so the file has to hold them too.
        folder = tempfile.mkdtemp(prefix="pytest-agentid-")
        bundle = Path(folder) / "trusted.pem"
        bundle.write_text(f"{_public_authorities()}\n{Path(ca_file).read_text()}")
        trust = {"SSL_CERT_FILE": str(bundle), "REQUESTS_CA_BUNDLE": str(bundle), "AGENTID_CA_FILE": ca_file}

    def end() -> None:
        stop()
        if folder:
            shutil.rmtree(folder, ignore_errors=True)

    return Mock(host, trust, context, end, Control(host, context, token))


def _public_authorities() -> str:
    try:
        import certifi

        return Path(certifi.where()).read_text()
    except ImportError:
        file = ssl.get_default_verify_paths().cafile
        return Path(file).read_text() if file else ""


def _command() -> list[str]:
    """``AGENTID_COMMAND``, or the command on the PATH, or the one of a node_modules folder here or above."""
    told = os.environ.get("AGENTID_COMMAND")
    if told:
        return shlex.split(told, posix=sys.platform != "win32")
    installed = shutil.which("agentid")
    if installed:
        return [installed]
    node = shutil.which("node")
    for folder in [Path.cwd(), *Path.cwd().parents]:
        file = folder / "node_modules" / "agentid-conformance" / "dist" / "cli" / "agentid.js"
        if node and file.exists():
            return [node, str(file)]
    raise AgentidError(
        "the command agentid is missing. Install Node 20.19 or newer and run 'npm install agentid-conformance', "
        "or set AGENTID_COMMAND to the command, or AGENTID_MOCK_URL to a mock that runs"
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
    process.wait(timeout=30)
