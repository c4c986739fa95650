#!/usr/bin/env bash
# The autonomous flow with curl: T1 for the agent identity, then its token.
# One-shot: AGENTID_CONFORMANCE_CONTEXT says what to do, the last line of standard output is the reply.
# Secrets, assertions and tokens reach curl by standard input: arguments are in the list of processes.
set -euo pipefail

guid='^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
jwt_bearer='urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

# Kind and message, both without characters that JSON escapes.
refuse() {
  printf '{"ok":false,"error":{"kind":"%s","message":"%s"}}\n' "$1" "$2"
  exit 0
}

read_context() {
  node -e '
    const { configure, acquire } = JSON.parse(process.env.AGENTID_CONFORMANCE_CONTEXT)
    const { authorityHost, caFile, blueprint, cloud } = configure
    const { credential } = blueprint
    const clouds = { public: "", usGovernment: "USGov", china: "China" }
    const values = [
      acquire.flow,
      `${authorityHost}/${acquire.tenantId ?? configure.tenantId}/oauth2/v2.0/token`,
      caFile,
      `api://AzureADTokenExchange${clouds[cloud]}/.default`,
      blueprint.clientId,
      credential.type,
      credential.value ?? credential.file,
      acquire.agentIdentity,
      acquire.scopes.join(" "),
    ]
    process.stdout.write(values.map((value) => `${value ?? ""}\0`).join(""))
  '
}

# As text between double quotes in a configuration of curl.
quoted() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "${text//$'\n'/\\n}"
}

# Names and values in turn. Prints the body of the answer and, on a line of its own, the status.
post() {
  {
    printf 'url = %s\n' "$(quoted "$token_endpoint")"
    while [ $# -gt 0 ]; do
      printf 'data-urlencode = %s\n' "$(quoted "$1=$2")"
      shift 2
    done
  } | curl -q --silent --show-error --max-time 30 ${ca_file:+--cacert "$ca_file"} \
    --write-out '\n%{http_code}' --config -
}

# Of an answer: its token, which is empty where there is none, and the reply that it makes.
read_answer() {
  node -e '
    const answer = require("node:fs").readFileSync(0, "utf8")
    const end = answer.lastIndexOf("\n")
    const status = Number(answer.slice(end + 1))
    const body = (() => {
      try {
        return Object(JSON.parse(answer.slice(0, end)))
      } catch {
        return {}
      }
    })()
    const isToken =
      status === 200 &&
      typeof body.access_token === "string" &&
      String(body.token_type).toLowerCase() === "bearer"
    const token = isToken ? body.access_token : ""
    const expiresOn = Math.floor(Date.now() / 1000) + Number(body.expires_in)
    const aadsts = [body.error_codes ?? []].flat().filter(Number.isInteger)
    const said = [body.error ?? "no token", ...aadsts.map((number) => `AADSTS${number}`)]
    const error = {
      kind: status === 0 ? "client" : "server",
      message: status === 0 ? "no answer; standard error says why" : said.join(", "),
      ...(status > 0 && { status }),
      ...(typeof body.error === "string" && { code: body.error }),
      aadsts,
      ...(typeof body.correlation_id === "string" && { correlationId: body.correlation_id }),
    }
    const got = { accessToken: token, ...(expiresOn > 0 && { expiresOn }), source: "network" }
    const reply = token ? { ok: true, token: got } : { ok: false, error }
    process.stdout.write(`${token}\0${JSON.stringify(reply)}\0`)
  '
}

{
  IFS= read -r -d '' flow
  IFS= read -r -d '' token_endpoint
  IFS= read -r -d '' ca_file
  IFS= read -r -d '' exchange_scope
  IFS= read -r -d '' blueprint
  IFS= read -r -d '' credential_type
  IFS= read -r -d '' credential
  IFS= read -r -d '' agent_identity
  IFS= read -r -d '' scope
} < <(read_context)
unset AGENTID_CONFORMANCE_CONTEXT

[ "$flow" = autonomous ] || refuse unsupported 'this adapter has the autonomous flow only'
plain_loopback='^http://(localhost|127\.[0-9.]+|\[::1\])(:[0-9]+)?/'
[[ "$token_endpoint" == https://* || "$token_endpoint" =~ $plain_loopback ]] ||
  refuse client 'the authority is neither https nor on this machine'
[[ "$agent_identity" =~ $guid ]] || refuse client 'the agent identity is no GUID'

case "$credential_type" in
  secret) proof=(client_secret "$credential") ;;
  assertionFile)
    [ -r "$credential" ] || refuse client 'the assertion file cannot be read'
    proof=(client_assertion_type "$jwt_bearer" client_assertion "$(<"$credential")")
    ;;
  *) refuse unsupported 'this adapter has client secrets and assertion files only' ;;
esac

{
  IFS= read -r -d '' t1
  IFS= read -r -d '' reply
} < <(
  post grant_type client_credentials client_id "$blueprint" scope "$exchange_scope" \
    fmi_path "$agent_identity" "${proof[@]}" | read_answer
)

if [ -n "$t1" ]; then
  {
    IFS= read -r -d '' _
    IFS= read -r -d '' reply
  } < <(
    post grant_type client_credentials client_id "$agent_identity" scope "$scope" \
      client_assertion_type "$jwt_bearer" client_assertion "$t1" | read_answer
  )
fi
printf '%s\n' "$reply"
