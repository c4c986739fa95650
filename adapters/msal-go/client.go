package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/AzureAD/microsoft-authentication-library-for-go/apps/confidential"
	"github.com/AzureAD/microsoft-authentication-library-for-go/apps/managedidentity"
)

var exchangeAudiences = map[string]string{
	"public":       "api://AzureADTokenExchange",
	"usGovernment": "api://AzureADTokenExchangeUSGov",
	"china":        "api://AzureADTokenExchangeChina",
}

// client is MSAL Go used the way its documentation says: one confidential.Client for the blueprint,
// one for each agent identity, T1 as an assertion callback of the latter, which gets tokens of the
// agent, of persons on whose behalf it acts, and of its own user. What MSAL gets wrong is not mended
// here: that is what the harness is to find.
type client struct {
	configuration configuration
	http          *http.Client
	blueprint     confidential.Client
	mutex         sync.Mutex
	agents        map[[2]string]confidential.Client
	accounts      map[[3]string]confidential.Account
}

func newClient(c configuration) (*client, error) {
	created := &client{configuration: c, agents: map[[2]string]confidential.Client{},
		accounts: map[[3]string]confidential.Account{}}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	if c.CAFile != "" {
		pem, err := os.ReadFile(c.CAFile)
		if err != nil {
			return nil, err
		}
		roots := x509.NewCertPool()
		roots.AppendCertsFromPEM(pem)
		transport.TLSClientConfig = &tls.Config{RootCAs: roots}
	}
	created.http = &http.Client{Transport: transport}
	cred, options, err := created.credential(c.Blueprint.Credential)
	if err != nil {
		return nil, err
	}
	created.blueprint, err = created.application(c.TenantID, c.Blueprint.ClientID, cred, options...)
	return created, err
}

func (c *client) acquire(ctx context.Context, r request) (token, error) {
	tenant := r.TenantID
	if tenant == "" {
		tenant = c.configuration.TenantID
	}
	agent, err := c.agent(tenant, r.AgentIdentity)
	if err != nil {
		return token{}, c.failureOf(err)
	}
	var result confidential.AuthResult
	switch r.Flow {
	case "obo":
		result, err = agent.AcquireTokenOnBehalfOf(ctx, r.UserAssertion, r.Scopes,
			confidential.WithClaims(r.Claims))
	case "agentUser":
		result, err = c.asItsUser(ctx, agent, tenant, r)
	default:
		result, err = agent.AcquireTokenByCredential(ctx, r.Scopes,
			confidential.WithClaims(r.Claims))
	}
	if err != nil {
		return token{}, c.failureOf(err)
	}
	source := "network"
	if result.Metadata.TokenSource == confidential.TokenSourceCache {
		source = "cache"
	}
	return token{result.AccessToken, result.ExpiresOn.Unix(), source}, nil
}

// asItsUser asks the cache first, as the comment of AcquireTokenByUserFederatedIdentityCredential
// says; that refreshes what has expired.
func (c *client) asItsUser(ctx context.Context, agent confidential.Client, tenant string,
	r request) (confidential.AuthResult, error) {
	key := [3]string{tenant, r.AgentIdentity, strings.ToLower(r.User.OID + r.User.UPN)}
	c.mutex.Lock()
	account, known := c.accounts[key]
	c.mutex.Unlock()
	if known {
		result, err := agent.AcquireTokenSilent(ctx, r.Scopes,
			confidential.WithSilentAccount(account), confidential.WithClaims(r.Claims))
		if err == nil {
			return result, nil
		}
		if refusal := c.failureOf(err); refusal.Kind == "server" && refusal.Code != "invalid_grant" {
			return result, err
		}
	}
	t2, err := agent.AcquireTokenByCredential(ctx,
		[]string{exchangeAudiences[c.configuration.Cloud] + "/.default"})
	if err != nil {
		return confidential.AuthResult{}, err
	}
	user := confidential.WithUserObjectID(r.User.OID)
	if r.User.OID == "" {
		user = confidential.WithUserFICUsername(r.User.UPN)
	}
	result, err := agent.AcquireTokenByUserFederatedIdentityCredential(ctx, r.Scopes,
		t2.AccessToken, user, confidential.WithClaims(r.Claims))
	if err == nil {
		c.mutex.Lock()
		c.accounts[key] = result.Account
		c.mutex.Unlock()
	}
	return result, err
}

func (c *client) agent(tenant, agentIdentity string) (confidential.Client, error) {
	t1 := func(ctx context.Context, _ confidential.AssertionRequestOptions) (string, error) {
		scopes := []string{exchangeAudiences[c.configuration.Cloud] + "/.default"}
		result, err := c.blueprint.AcquireTokenByCredential(ctx, scopes,
			confidential.WithFMIPath(agentIdentity), confidential.WithTenantID(tenant))
		return result.AccessToken, err
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	key := [2]string{tenant, agentIdentity}
	if known, ok := c.agents[key]; ok {
		return known, nil
	}
	cred := confidential.NewCredFromAssertionCallback(t1)
	created, err := c.application(tenant, agentIdentity, cred)
	if err == nil {
		c.agents[key] = created
	}
	return created, err
}

func (c *client) application(tenant, clientID string, cred confidential.Credential,
	options ...confidential.Option) (confidential.Client, error) {
	options = append(options, confidential.WithInstanceDiscovery(false),
		confidential.WithHTTPClient(c.http))
	authority := c.configuration.AuthorityHost + "/" + tenant
	return confidential.New(authority, clientID, cred, options...)
}

func (c *client) credential(given credential) (
	cred confidential.Credential, options []confidential.Option, err error) {
	switch given.Type {
	case "secret":
		cred, err = confidential.NewCredFromSecret(given.Value)
	case "certificate":
		if given.SendX5c {
			options = append(options, confidential.WithX5C())
		}
		cred, err = certificate(given)
	case "assertionFile":
		cred = fromCallback(func(context.Context) (string, error) {
			jwt, err := os.ReadFile(given.File)
			return strings.TrimSpace(string(jwt)), err
		})
	case "managedIdentity":
		cred, err = c.managedIdentity(given)
	default:
		err = unsupported("the credential " + given.Type)
	}
	return cred, options, err
}

func certificate(given credential) (confidential.Credential, error) {
	chain, err := os.ReadFile(given.CertificateFile)
	if err != nil {
		return confidential.Credential{}, err
	}
	key, err := os.ReadFile(given.PrivateKeyFile)
	if err != nil {
		return confidential.Credential{}, err
	}
	certificates, privateKey, err := confidential.CertFromPEM(append(chain, key...), "")
	if err != nil {
		return confidential.Credential{}, err
	}
	return confidential.NewCredFromCert(certificates, privateKey)
}

// managedIdentity: MSAL finds the endpoint in the environment, as it is on Azure. It knows only the
// fixed address of IMDS, so that one cannot be led here.
func (c *client) managedIdentity(given credential) (confidential.Credential, error) {
	if given.Source != "appService" {
		return confidential.Credential{}, unsupported("the managed identity of " + given.Source)
	}
	os.Setenv("IDENTITY_ENDPOINT", given.Endpoint)
	os.Setenv("IDENTITY_HEADER", given.Header)
	id := managedidentity.SystemAssigned()
	if given.ClientID != "" {
		id = managedidentity.UserAssignedClientID(given.ClientID)
	}
	machine, err := managedidentity.New(id)
	audience := exchangeAudiences[c.configuration.Cloud]
	return fromCallback(func(ctx context.Context) (string, error) {
		result, err := machine.AcquireToken(ctx, audience)
		return result.AccessToken, err
	}), err
}

func fromCallback(assertion func(context.Context) (string, error)) confidential.Credential {
	return confidential.NewCredFromAssertionCallback(
		func(ctx context.Context, _ confidential.AssertionRequestOptions) (string, error) {
			return assertion(ctx)
		})
}
