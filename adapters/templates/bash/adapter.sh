#!/usr/bin/env bash
# An adapter lets the conformance harness drive your client. This one is one-shot: it runs once for
# each acquisition, finds in AGENTID_CONFORMANCE_CONTEXT what to do, and its last line on stdout is
# the reply. Logs belong on stderr. What the client can do stands in agentid-adapter.yaml.
# Needs bash, curl and jq. Never `set -x` here: it would write secrets to stderr.
set -euo pipefail

fail() { # kind message [status]
  jq -nc --arg kind "$1" --arg message "$2" --arg status "${3:-}" \
    '{ok: false, error: {kind: $kind, message: $message, status: ($status | tonumber? // null)}}
      | del(.error.status | nulls)'
  exit 0
}

eval "$(jq -r '
  .configure as {$authorityHost, $tenantId, $caFile, $cloud, $blueprint} | .acquire as $acquire |
  @sh "authority_host=\($authorityHost) ca_file=\($caFile) cloud=\($cloud)",
  @sh "tenant_id=\($acquire.tenantId // $tenantId | @uri)",
  @sh "blueprint=\($blueprint.clientId) credential=\($blueprint.credential.type)",
  @sh "secret=\($blueprint.credential.value // "") file=\($blueprint.credential.file // "")",
  @sh "flow=\($acquire.flow) scopes=\($acquire.scopes | join(" "))",
  @sh "agent_identity=\($acquire.agentIdentity)"' <<<"$AGENTID_CONFORMANCE_CONTEXT")"

# ---------- CALL YOUR CLIENT HERE: replace all down to the end mark ----------

timeout_seconds=20
token_url=$authority_host/$tenant_id/oauth2/v2.0/token
assertion_type='client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

# Sets `access_token`, and `token` for the reply.
request_token() { # name-of-the-proof proof client-id [more fields]
  local proof_name=$1 proof=$2 client_id=$3 field answer result=0 options=()
  options=(--disable --silent --proto =https --max-time "$timeout_seconds")
  [[ -z $ca_file ]] || options+=(--cacert "$ca_file")
  # From its stdin, because every user of the machine may list arguments.
  options+=(--data-urlencode "$proof_name@-")
  for field in "client_id=$client_id" 'grant_type=client_credentials' "${@:4}"; do
    options+=(--data-urlencode "$field")
  done
  # No --location: a credential is not carried on to wherever a redirect leads.
  answer=$(printf '%s' "$proof" |
    curl "${options[@]}" --write-out '\n%{http_code}' "$token_url") || result=$?
  ((result != 28)) || fail timeout 'no answer in time'
  ((result == 0)) || fail server "no answer: curl ended with $result"
  read_answer "${answer##*$'\n'}" "$client_id" <<<"${answer%$'\n'*}"
}

read_answer() { # status client-id; the body on stdin
  local assignments
  if [[ $1 != 200 ]]; then
    jq -Rsc --argjson status "$1" "$refusal"
    exit 0
  fi
  assignments=$(jq -Rsr --arg client_id "$2" "$token_in_answer")
  [[ -n $assignments ]] ||
    fail server 'the answer is unusable: no JSON, no Bearer token, or one of another client' "$1"
  eval "$assignments"
}

# A token that cannot be read says nothing against itself.
# shellcheck disable=SC2016
token_in_answer='
  def issued_to: (split(".")[1] // "" | gsub("-"; "+") | gsub("_"; "/") | @base64d | fromjson
    | .azp // .appid) // null;
  fromjson? | select(type == "object")
  | select((.access_token | type) == "string" and .access_token != "")
  | select((.token_type | tostring | ascii_downcase) == "bearer")
  | (.access_token | try issued_to catch $client_id) as $issued_to
  | select(($issued_to | tostring | ascii_downcase) == ($client_id | ascii_downcase))
  | ({accessToken: .access_token, source: "network"}
    + ((.expires_in | tonumber? | {expiresOn: (now + . | floor)}) // {})) as $token
  | @sh "access_token=\(.access_token) token=\($token | tojson)"'

# The prose of an answer is not passed on: it may repeat what was sent.
# shellcheck disable=SC2016
refusal='
  (fromjson? // {}) | (if type == "object" then . else {} end)
  | {status: $status,
     code: ((.error | strings | select(test("^[a-z_]{1,40}$"))) // null),
     aadsts: [.error_codes[]? | numbers],
     correlationId: ((.correlation_id | strings | select(test("^[0-9a-fA-F-]{36}$"))) // null)}
  | with_entries(select(.value != null))
  | ([.status, .code, (.aadsts[] | "AADSTS\(.)")] | map(values | tostring) | join(" ")) as $words
  | {ok: false, error: ({kind: "server", message: "refused: \($words)"} + .)}'

case $cloud in
  public) audience=api://AzureADTokenExchange ;;
  usGovernment) audience=api://AzureADTokenExchangeUSGov ;;
  china) audience=api://AzureADTokenExchangeChina ;;
esac
guid='^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
[[ $flow == autonomous ]] || fail unsupported "the flow $flow is not supported"
[[ $authority_host == https://* ]] || fail client 'authorityHost is not https'
[[ $agent_identity =~ $guid ]] || fail client 'agentIdentity is not a GUID'
[[ -n $scopes ]] || fail client 'scopes is empty'
# T1 names it in the letters of the request, and step 2 has to use the same.
agent_identity=$(tr '[:upper:]' '[:lower:]' <<<"$agent_identity")

# Step 1: the blueprint proves itself and gets T1 for the agent identity.
step_1=("$blueprint" "scope=$audience/.default" "fmi_path=$agent_identity")
case $credential in
  secret) request_token client_secret "$secret" "${step_1[@]}" ;;
  assertionFile) # The file is read for every request, because others replace the JWT in it.
    request_token client_assertion "$(tr -d '[:space:]' <"$file")" "${step_1[@]}" "$assertion_type"
    ;;
  *) fail unsupported "the credential $credential is not supported" ;;
esac

# Step 2: the agent identity presents T1 and gets its token for the resource.
request_token client_assertion "$access_token" "$agent_identity" "scope=$scopes" "$assertion_type"

# ---------- END of what is your client's. The rest is the protocol. ----------

printf '{"ok":true,"token":%s}\n' "$token"
