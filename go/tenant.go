package agentidtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// Tenant is a tenant for one test: nothing else sees its objects, clock, faults and journal.
type Tenant struct {
	ID string
	// Env has the variables for the program under test: the mock, the tenant, its blueprint and agent identities.
	Env map[string]string

	mock *Mock
	t    testing.TB
}

// Object is a JSON object, such as {"status": 429}.
type Object = map[string]any

// NewTenant makes a tenant like Contoso, which goes when the test ends.
func NewTenant(t testing.TB) *Tenant {
	t.Helper()
	return newTenant(t, nil)
}

// NewTenantOf makes the tenant described, such as Object{"blueprints": []string{"Planner"}}.
func NewTenantOf(t testing.TB, description Object) *Tenant {
	t.Helper()
	return newTenant(t, description)
}

func newTenant(t testing.TB, description Object) *Tenant {
	t.Helper()
	mock, err := Start()
	if err != nil {
		t.Fatal(err)
	}
	var made struct {
		TenantID string
		Env      map[string]string
	}
	var body any
	if description != nil {
		body = description
	}
	if err := mock.ask("POST", "tenants", "", body, &made); err != nil {
		t.Fatal(err)
	}
	if mock.caFile != "" {
		made.Env["AGENTID_CA_FILE"] = mock.caFile
	}
	t.Cleanup(func() {
		if err := mock.ask("DELETE", "tenants/"+made.TenantID, "", nil, nil); err != nil {
			t.Error(err)
		}
	})
	return &Tenant{ID: made.TenantID, Env: made.Env, mock: mock, t: t}
}

// Client trusts the mock.
func (tenant *Tenant) Client() *http.Client { return tenant.mock.Client }

// Advance moves the clock of the tenant.
func (tenant *Tenant) Advance(seconds float64) {
	tenant.t.Helper()
	tenant.ask("PUT", "clock", Object{"advanceSeconds": seconds}, nil)
}

// Fault adds a fault to the next answer that it matches. An error says what is wrong with the fault.
func (tenant *Tenant) Fault(fault Object) error {
	return tenant.mock.ask("POST", "faults", tenant.ID, fault, nil)
}

// Journal says what the tenant was asked and what it answered, oldest first. Secrets are masked.
func (tenant *Tenant) Journal() []Object {
	tenant.t.Helper()
	var journal struct{ Requests []Object }
	tenant.ask("GET", "requests", nil, &journal)
	return journal.Requests
}

// Refusals names the rules under which the tenant refused requests, oldest first, such as T1-AGENT.
func (tenant *Tenant) Refusals() []string {
	tenant.t.Helper()
	refusals := []string{}
	for _, entry := range tenant.Journal() {
		outcome, _ := entry["outcome"].(Object)
		if rule, ok := outcome["refused"].(string); ok {
			refusals = append(refusals, rule)
		}
	}
	return refusals
}

// Token makes a token, good or forged, such as Object{"kind": "user", "user": …, "client": …, "audience": …}.
func (tenant *Tenant) Token(order Object) string {
	tenant.t.Helper()
	var made struct{ Token string }
	tenant.ask("POST", "tokens", order, &made)
	return made.Token
}

func (tenant *Tenant) ask(method, path string, body, answer any) {
	tenant.t.Helper()
	if err := tenant.mock.ask(method, path, tenant.ID, body, answer); err != nil {
		tenant.t.Fatal(err)
	}
}

// ask asks the control API. The error says what the mock expected.
func (mock *Mock) ask(method, path, tenantID string, body, answer any) error {
	target := mock.AuthorityHost + "/_mock/" + path
	if tenantID != "" {
		target += "?tenant=" + url.QueryEscape(tenantID)
	}
	sent, err := json.Marshal(body)
	if err != nil {
		return err
	}
	if body == nil {
		sent = nil
	}
	request, err := http.NewRequest(method, target, bytes.NewReader(sent))
	if err != nil {
		return err
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if mock.token != "" {
		request.Header.Set("Authorization", "Bearer "+mock.token)
	}
	response, err := mock.Client.Do(request)
	if err != nil {
		return fmt.Errorf("no mock answers at %s: %w", mock.AuthorityHost, err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode >= 400 {
		var problem struct {
			Error    string
			Problems []string
		}
		if err := json.Unmarshal(text, &problem); err != nil {
			problem.Error = response.Status
		}
		lines := append([]string{problem.Error}, problem.Problems...)
		return fmt.Errorf("the mock refused %s /_mock/%s: %s", method, path, strings.Join(lines, "\n  "))
	}
	if answer == nil {
		return nil
	}
	return json.Unmarshal(text, answer)
}
