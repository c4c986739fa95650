"""The example, and the test of this package."""

import json
import os
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from pytest_agentid import AgentidError

EXCHANGE = "api://AzureADTokenExchange/.default"


def post(env, **form):
    url = f"{env['AGENTID_AUTHORITY_HOST']}/{env['AGENTID_TENANT_ID']}/oauth2/v2.0/token"
    with urlopen(url, urlencode(form).encode()) as answer:
        return json.load(answer)["access_token"]


def get_t1(env):
    return post(
        env,
        client_id=env["AGENTID_BLUEPRINT_CLIENT_ID"],
        client_secret=env["AGENTID_BLUEPRINT_SECRET"],
        grant_type="client_credentials",
        scope=EXCHANGE,
        fmi_path=env["AGENTID_AGENT_ID"],
    )


def redeem(env, t1, agent):
    return post(
        env,
        client_id=agent,
        client_assertion_type="urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion=t1,
        grant_type="client_credentials",
        scope=env["AGENTID_SCOPE"],
    )


def test_the_agent_gets_a_token(agentid_tenant):
    env = agentid_tenant.env
    assert redeem(env, get_t1(env), env["AGENTID_AGENT_ID"]).count(".") == 2
    assert agentid_tenant.refusals() == []


def test_no_agent_uses_the_t1_of_another(agentid_tenant):
    env = agentid_tenant.env
    with pytest.raises(HTTPError):
        redeem(env, get_t1(env), env["AGENTID_SECOND_AGENT_ID"])
    assert agentid_tenant.refusals() == ["T1-AGENT"]


def test_a_t1_that_has_expired_is_refused(agentid_tenant):
    env = agentid_tenant.env
    t1 = get_t1(env)
    agentid_tenant.advance(7200)
    with pytest.raises(HTTPError):
        redeem(env, t1, env["AGENTID_AGENT_ID"])


@pytest.mark.agentid_tenant(blueprints=["Planner"], agentIdentities=["Scheduler"])
def test_a_tenant_has_the_names_that_you_gave(agentid_tenant):
    env = agentid_tenant.env
    assert redeem(env, get_t1(env), env["AGENTID_AGENT_ID"])


def test_a_fault_applies_to_the_next_answer(agentid_tenant):
    agentid_tenant.fault(status=429, headers={"retry-after": "1"})
    with pytest.raises(HTTPError, match="429"):
        get_t1(agentid_tenant.env)
    assert get_t1(agentid_tenant.env)


def test_a_mistake_in_a_fault_is_an_error(agentid_tenant):
    with pytest.raises(AgentidError, match="statu"):
        agentid_tenant.fault(statu=429)


def test_a_token_of_a_person_is_made_without_a_sign_in(agentid_tenant):
    client = agentid_tenant.env["AGENTID_BLUEPRINT_CLIENT_ID"]
    user = agentid_tenant.env["AGENTID_AGENT_USER_NAME"]
    assert agentid_tenant.token(kind="user", user=user, client=client, audience=client)


def test_a_program_that_a_test_starts_trusts_the_mock(agentid_mock):
    url = f"{agentid_mock.authority_host}/common/discovery/instance"
    program = f"from urllib.request import urlopen\nfrom urllib.error import HTTPError\ntry:\n urlopen('{url}')\nexcept HTTPError:\n pass"
    subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ, **agentid_mock.trust})


def test_the_mock_ends_when_its_parent_is_killed():
    program = "import time\nfrom pytest_agentid import start_mock\nprint(start_mock().authority_host, flush=True)\ntime.sleep(600)"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        host = parent.stdout.readline().strip()
        parent.kill()
    port = int(host.rsplit(":", 1)[1])
    assert becomes_free(port)


def becomes_free(port):
    for _ in range(600):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) != 0:
                return True
        time.sleep(0.05)
    return False
