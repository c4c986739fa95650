#!/usr/bin/env bash
# An adapter lets the conformance harness drive your client. This one is one-shot: it runs once for
# each acquisition, finds in AGENTID_CONFORMANCE_CONTEXT what to do, and its last line on stdout is
# the reply. Logs belong on stderr. What the client can do stands in agentid-adapter.yaml.
# Needs bash 4.4 or newer, curl and jq. Never `set -x` here: it would write secrets to stderr.
set -euo pipefail

fail() { # kind message [more members, as a JSON object]
  jq -nc --arg kind "$1" --arg message "$2" --argjson more "${3:-{\}}" \
    '{ok: false, error: ({kind: $kind, message: $message} + $more)}'
  exit 0
}
asked() { jq -r "$1 // empty" <<<"$AGENTID_CONFORMANCE_CONTEXT"; }

# ---------- CALL YOUR CLIENT HERE: replace all down to the end mark ----------

guid='^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
timeout_seconds=20
assertion_type='client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

# Reads the secret of the request from stdin, so that it is in no argument list. Writes the token.
request_token() { # name-of-the-secret client-id [more fields]
  local secret_name=$1 client_id=$2 field answer body status result=0 options=()
  [[ -z $ca_file ]] || options+=(--cacert "$ca_file")
  for field in "${@:3}"; do options+=(--data-urlencode "$field"); done
  # No --location: a credential is not carried on to wherever a redirect leads.
  answer=$(curl --disable --silent --proto =https --max-time "$timeout_seconds" "${options[@]}" \
    --write-out '\n%{http_code}' \
    --data-urlencode "$secret_name@-" \
    --data-urlencode "client_id=$client_id" \
    --data-urlencode 'grant_type=client_credentials' \
    "$token_url") || result=$?
  ((result != 28)) || fail timeout 'no answer in time'
  ((result == 0)) || fail server "no answer: curl ended with $result"
  status=${answer##*$'\n'} body=${answer%$'\n'*}
  [[ $status == 200 ]] || refuse "$status" "$body"
  answer=$(jq -c --arg client_id "$client_id" "$token_in_answer" <<<"$body" 2>/dev/null) || true
  [[ -n $answer ]] ||
    fail server 'the answer is unusable: no JSON, no Bearer token, or one of another client' \
      '{"status": 200}'
  printf '%s\n' "$answer"
}

# A token that cannot be read says nothing against itself.
# shellcheck disable=SC2016
token_in_answer='
  def issued_to: (split(".")[1] // "" | gsub("-"; "+") | gsub("_"; "/") | @base64d | fromjson
    | .azp // .appid) // null;
  select(type == "object")
  | select((.access_token | type) == "string" and .access_token != "")
  | select((.token_type | tostring | ascii_downcase) == "bearer")
  | (.access_token | try issued_to catch $client_id) as $issued_to
  | select(($issued_to | tostring | ascii_downcase) == ($client_id | ascii_downcase))
  | {accessToken: .access_token, source: "network"}
    + ((.expires_in | tonumber? | {expiresOn: (now + . | floor)}) // {})'

# The prose of an answer is not passed on: it may repeat what was sent.
# shellcheck disable=SC2016
members_of_a_refusal='
  (if type == "object" then . else {} end)
  | {status: $status,
     code: ((.error | strings | select(test("^[a-z_]{1,40}$"))) // null),
     aadsts: [.error_codes[]? | numbers],
     correlationId: ((.correlation_id | strings | select(test($guid))) // null)}
  | with_entries(select(.value != null))'

refuse() { # status body
  local more
  more=$(jq -c --argjson status "$1" --arg guid "$guid" "$members_of_a_refusal" \
    <<<"$2" 2>/dev/null) || true
  [[ -n $more ]] || more="{\"status\": $1}"
  fail server "refused: $(jq -r '[.status, .code, (.aadsts[]? | "AADSTS\(.)")]
    | map(select(. != null) | tostring) | join(" ")' <<<"$more")" "$more"
}

# In a subshell `fail` ends that only: what it wrote is then the reply.
token_or_reply() { # name-of-a-variable, then the arguments of request_token
  local -n into=$1
  into=$(request_token "${@:2}")
  if [[ $(jq -r '.ok' <<<"$into") == false ]]; then
    printf '%s\n' "$into"
    exit 0
  fi
}

ca_file=$(asked .configure.caFile)
authority_host=$(asked .configure.authorityHost)
tenant_id=$(asked '(.acquire.tenantId // .configure.tenantId) | @uri')
token_url=$authority_host/$tenant_id/oauth2/v2.0/token
agent_identity=$(asked .acquire.agentIdentity)
scopes=$(asked '.acquire.scopes | join(" ")')
case $(asked .configure.cloud) in
  public) audience=api://AzureADTokenExchange ;;
  usGovernment) audience=api://AzureADTokenExchangeUSGov ;;
  china) audience=api://AzureADTokenExchangeChina ;;
esac

flow=$(asked .acquire.flow)
[[ $flow == autonomous ]] || fail unsupported "the flow $flow is not supported"
[[ $authority_host == https://* ]] || fail client 'authorityHost is not https'
[[ $agent_identity =~ $guid ]] || fail client 'agentIdentity is not a GUID'
[[ -n $scopes ]] || fail client 'scopes is empty'
# T1 names it in the letters of the request, and step 2 has to use the same.
agent_identity=${agent_identity,,}

# Step 1: the blueprint proves itself and gets T1 for the agent identity.
blueprint=$(asked .configure.blueprint.clientId)
step_1=("$blueprint" "scope=$audience/.default" "fmi_path=$agent_identity")
case $(asked .configure.blueprint.credential.type) in
  secret)
    token_or_reply t1 client_secret "${step_1[@]}" \
      < <(jq -j .configure.blueprint.credential.value <<<"$AGENTID_CONFORMANCE_CONTEXT")
    ;;
  assertionFile) # The file is read for every request, because others replace the JWT in it.
    token_or_reply t1 client_assertion "${step_1[@]}" "$assertion_type" \
      < <(tr -d '[:space:]' <"$(asked .configure.blueprint.credential.file)")
    ;;
  *) fail unsupported 'this credential is not supported' ;;
esac

# Step 2: the agent identity presents T1 and gets its token for the resource.
token_or_reply token client_assertion "$agent_identity" "scope=$scopes" "$assertion_type" \
  < <(jq -j .accessToken <<<"$t1")

# ---------- END of what is your client's. The rest is the protocol. ----------

jq -c '{ok: true, token: .}' <<<"$token"
