# An ordinary script with curl and the host of the public cloud.
set -eu
token_endpoint=https://login.microsoftonline.com/$AZURE_TENANT_ID/oauth2/v2.0/token

ask() {
  curl --silent --show-error --fail "$token_endpoint" --data grant_type=client_credentials "$@"
}

answer=$(ask --data "client_id=$AZURE_CLIENT_ID" \
  --data-urlencode "client_secret=$AZURE_CLIENT_SECRET" \
  --data scope=api://AzureADTokenExchange/.default \
  --data "fmi_path=$AGENTID_AGENT_ID")
t1=$(printf %s "$answer" | sed 's/.*"access_token":"\([^"]*\)".*/\1/')

ask --data "client_id=$AGENTID_AGENT_ID" \
  --data client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
  --data "client_assertion=$t1" \
  --data scope=https://graph.microsoft.com/.default >/dev/null
echo 'token received'
