"""Asks the control API of the mock."""

from __future__ import annotations

import json
import ssl
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener


class AgentidError(Exception):
    """The mock did not start, or refused what it was asked, and says why."""


class Control:
    """The control API, with the trust and the token that it needs."""

    def __init__(self, host: str, context: ssl.SSLContext, token: str | None) -> None:
        self._host = host
        self._open = build_opener(HTTPSHandler(context=context), ProxyHandler({})).open
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def ask(self, method: str, path: str, *, tenant: str | None = None, body: Mapping[str, object] | None = None) -> Any:
        query = f"?{urlencode({'tenant': tenant})}" if tenant else ""
        data = None if body is None else json.dumps(body).encode()
        headers = {**self._headers, **({"Content-Type": "application/json"} if data is not None else {})}
        request = Request(f"{self._host}/_mock/{path}{query}", data, headers, method=method)
        try:
            with self._open(request, timeout=60) as answer:
                return json.loads(answer.read() or b"null")
        except HTTPError as error:
            problem = json.loads(error.read() or b"{}")
            lines = [str(problem.get("error", error)), *problem.get("problems", [])]
            raise AgentidError(f"the mock refused {method} /_mock/{path}: " + "\n  ".join(lines)) from None
