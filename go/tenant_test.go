package agentidtest_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"agentidtest"
)

func post(env map[string]string, form map[string]string) (string, error) {
	values := url.Values{}
	for name, value := range form {
		values.Set(name, value)
	}
	// The default client trusts the mock.
	answer, err := http.PostForm(env["AGENTID_AUTHORITY_HOST"]+"/"+env["AGENTID_TENANT_ID"]+"/oauth2/v2.0/token", values)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	var body struct {
		AccessToken string `json:"access_token"`
		Error       string
	}
	if err := json.NewDecoder(answer.Body).Decode(&body); err != nil {
		return "", fmt.Errorf("%s: %w", answer.Status, err)
	}
	if body.Error != "" {
		return "", fmt.Errorf("%s", body.Error)
	}
	return body.AccessToken, nil
}

func t1(t *testing.T, env map[string]string) string {
	t.Helper()
	token, err := post(env, map[string]string{
		"client_id":     env["AGENTID_BLUEPRINT_CLIENT_ID"],
		"client_secret": env["AGENTID_BLUEPRINT_SECRET"],
		"grant_type":    "client_credentials",
		"scope":         "api://AzureADTokenExchange/.default",
		"fmi_path":      env["AGENTID_AGENT_ID"],
	})
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func redeem(env map[string]string, t1, agent string) (string, error) {
	return post(env, map[string]string{
		"client_id":             agent,
		"client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
		"client_assertion":      t1,
		"grant_type":            "client_credentials",
		"scope":                 env["AGENTID_SCOPE"],
	})
}

func TestTheAgentGetsAToken(t *testing.T) {
	tenant := agentidtest.NewTenant(t)
	if _, err := redeem(tenant.Env, t1(t, tenant.Env), tenant.Env["AGENTID_AGENT_ID"]); err != nil {
		t.Fatal(err)
	}
	if refusals := tenant.Refusals(); len(refusals) > 0 {
		t.Errorf("expected no refusal, got %v", refusals)
	}
}

func TestNoAgentUsesTheT1OfAnother(t *testing.T) {
	tenant := agentidtest.NewTenant(t)
	if _, err := redeem(tenant.Env, t1(t, tenant.Env), tenant.Env["AGENTID_SECOND_AGENT_ID"]); err == nil {
		t.Error("expected an error")
	}
	if refusals := tenant.Refusals(); !reflect.DeepEqual(refusals, []string{"T1-AGENT"}) {
		t.Errorf("expected T1-AGENT, got %v", refusals)
	}
}

func TestAT1ThatHasExpiredIsRefused(t *testing.T) {
	tenant := agentidtest.NewTenant(t)
	token := t1(t, tenant.Env)
	tenant.Advance(7200)
	if _, err := redeem(tenant.Env, token, tenant.Env["AGENTID_AGENT_ID"]); err == nil {
		t.Error("expected an error")
	}
}

func TestATenantHasTheNamesThatYouGave(t *testing.T) {
	tenant := agentidtest.NewTenantOf(t, agentidtest.Object{
		"blueprints":      []string{"Planner"},
		"agentIdentities": []string{"Scheduler"},
	})
	if _, err := redeem(tenant.Env, t1(t, tenant.Env), tenant.Env["AGENTID_AGENT_ID"]); err != nil {
		t.Fatal(err)
	}
}

func TestAMistakeInAFaultIsAnError(t *testing.T) {
	tenant := agentidtest.NewTenant(t)
	if err := tenant.Fault(agentidtest.Object{"status": 503}); err != nil {
		t.Fatal(err)
	}
	err := tenant.Fault(agentidtest.Object{"statu": 429})
	if err == nil || !strings.Contains(err.Error(), "statu") {
		t.Errorf("expected an error that names statu, got %v", err)
	}
}

func TestATokenOfAPersonIsMadeWithoutASignIn(t *testing.T) {
	tenant := agentidtest.NewTenant(t)
	client := tenant.Env["AGENTID_BLUEPRINT_CLIENT_ID"]
	user := tenant.Env["AGENTID_AGENT_USER_NAME"]
	order := agentidtest.Object{"kind": "user", "user": user, "client": client, "audience": client}
	if strings.Count(tenant.Token(order), ".") != 2 {
		t.Error("expected a token")
	}
}
