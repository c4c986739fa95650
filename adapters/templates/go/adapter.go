// An adapter lets the conformance harness drive your library. It speaks agentid-adapter/1: one
// JSON object per line, requests on stdin, replies on stdout. Logs belong on stderr.
package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"time"
)

// What your library can do: nothing else is asked of it. Say what is true of it.
var capabilities = object{
	"flows":         []string{"autonomous", "agentUser", "obo"},
	"credentials":   []string{"secret", "assertionFile"},
	"redirect":      []string{"authority"},
	"schemes":       []string{"https"},
	"clouds":        []string{"public", "usGovernment", "china"},
	"tenantPerCall": true,
	"forceRefresh":  true,
	"cache":         object{"enabled": false},
	"retry":         object{"policy": "none"},
	"claims":        true,
	"errorFields":   []string{"code", "status", "aadsts", "correlationId", "suberror", "claims"},
	"checksToken":   true,
}

// ---------- CALL YOUR LIBRARY HERE: replace all down to the end mark ----------

const timeout = 20 * time.Second

var exchangeAudiences = map[string]string{
	"public":       "api://AzureADTokenExchange",
	"usGovernment": "api://AzureADTokenExchangeUSGov",
	"china":        "api://AzureADTokenExchangeChina",
}

var (
	guid       = regexp.MustCompile(`^(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
	oauthError = regexp.MustCompile(`^[a-z_]{1,40}$`)
)

type client struct {
	configuration configuration
	http          *http.Client
}

// newClient is called by configure and reset: a new client object, with empty caches.
func newClient(c configuration) (*client, error) {
	if t := c.Blueprint.Credential.Type; t != "secret" && t != "assertionFile" {
		return nil, unsupported("the credential " + t)
	}
	if !strings.HasPrefix(c.AuthorityHost, "https://") {
		return nil, refused("authorityHost is not https")
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	if c.CAFile != "" {
		pem, err := os.ReadFile(c.CAFile)
		if err != nil {
			return nil, err
		}
		roots := x509.NewCertPool()
		roots.AppendCertsFromPEM(pem)
		transport.TLSClientConfig = &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}
	}
	// A credential is not carried on to wherever a redirect leads.
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &client{c, &http.Client{Transport: transport, Timeout: timeout, CheckRedirect: stay}}, nil
}

// acquire returns the token, or a failure.
func (c *client) acquire(r request) (token, error) {
	tenant := r.TenantID
	if tenant == "" {
		tenant = c.configuration.TenantID
	}
	if !guid.MatchString(r.AgentIdentity) {
		return token{}, refused("agentIdentity is not a GUID")
	}
	if len(r.Scopes) == 0 {
		return token{}, refused("scopes is empty")
	}
	about, err := personOf(r, c.configuration.Blueprint.ClientID)
	if err != nil {
		return token{}, err
	}
	// T1 names it in the letters of the request, and step 2 has to use the same.
	agentIdentity := strings.ToLower(r.AgentIdentity)
	endpoint := c.configuration.AuthorityHost + "/" + url.PathEscape(tenant) + "/oauth2/v2.0/token"

	exchangeScope := exchangeAudiences[c.configuration.Cloud] + "/.default"

	// Step 1: the blueprint proves itself and gets T1 for the agent identity.
	form := url.Values{
		"client_id":  {c.configuration.Blueprint.ClientID},
		"scope":      {exchangeScope},
		"grant_type": {"client_credentials"},
		"fmi_path":   {agentIdentity},
	}
	if err := prove(form, c.configuration.Blueprint.Credential); err != nil {
		return token{}, err
	}
	t1, err := c.requestToken(endpoint, form, person{})
	if err != nil {
		return token{}, err
	}
	// From here on the agent identity proves itself with T1.
	ask := func(scope, grant string, about person, more url.Values) (token, error) {
		more.Set("client_id", agentIdentity)
		more.Set("scope", scope)
		more.Set("grant_type", grant)
		assert(more, t1.AccessToken)
		return c.requestToken(endpoint, more, about)
	}
	scope, wanted := strings.Join(r.Scopes, " "), url.Values{}
	if r.Claims != "" {
		wanted.Set("claims", r.Claims)
	}
	switch r.Flow {
	case "obo":
		// Step 2: it exchanges the token of the person who called it,
		wanted.Set("requested_token_use", "on_behalf_of")
		wanted.Set("assertion", r.UserAssertion)
		return ask(scope, "urn:ietf:params:oauth:grant-type:jwt-bearer", about, wanted)
	case "agentUser":
		// or gets T2, and with it, step 3, the token of its user,
		t2, err := ask(exchangeScope, "client_credentials", person{}, url.Values{})
		if err != nil {
			return token{}, err
		}
		wanted.Set("user_federated_identity_credential", t2.AccessToken)
		if about.OID != "" {
			wanted.Set("user_id", about.OID)
		} else {
			wanted.Set("username", about.UPN)
		}
		return ask(scope, "user_fic", about, wanted)
	}
	// or gets its own token for the resource.
	return ask(scope, "client_credentials", person{}, wanted)
}

// person is whom a token is to be about.
type person struct{ OID, UPN string }

// personOf does not let what can only be refused be sent: it is somebody's secret.
func personOf(r request, blueprintID string) (person, error) {
	switch r.Flow {
	case "obo":
		claims := claimsOf(r.UserAssertion)
		if claims == nil || claims.client() == "" || claims.Idtyp == "app" {
			return person{}, refused("userAssertion is no access token of a person")
		}
		audience, _ := claims.Aud.(string)
		if !strings.EqualFold(strings.TrimPrefix(strings.ToLower(audience), "api://"), blueprintID) {
			return person{}, refused("userAssertion is not for the blueprint")
		}
		if claims.Exp <= float64(time.Now().Unix()) {
			return person{}, refused("userAssertion has expired")
		}
		return person{OID: claims.Oid}, nil
	case "agentUser":
		if (r.User.OID == "") == (r.User.UPN == "") {
			return person{}, refused("user needs either oid or upn")
		}
		if r.User.OID != "" && !guid.MatchString(r.User.OID) {
			return person{}, refused("user.oid is not a GUID")
		}
		return r.User, nil
	}
	return person{}, nil
}

// prove reads the file for every request, because others replace the JWT in it.
func prove(form url.Values, c credential) error {
	if c.Type == "secret" {
		form.Set("client_secret", c.Value)
		return nil
	}
	jwt, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	assert(form, strings.TrimSpace(string(jwt)))
	return nil
}

func assert(form url.Values, jwt string) {
	form.Set("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
	form.Set("client_assertion", jwt)
}

func (c *client) requestToken(endpoint string, form url.Values, about person) (token, error) {
	status, body, err := c.post(endpoint, form)
	if err != nil {
		return token{}, err
	}
	var answer struct {
		AccessToken any `json:"access_token"`
		TokenType   any `json:"token_type"`
		ExpiresIn   any `json:"expires_in"`
	}
	// What is not an object leaves the answer empty, and no token is in it then.
	_ = json.Unmarshal(body, &answer)
	if status != http.StatusOK {
		return token{}, refusal(status, body)
	}
	jwt, _ := answer.AccessToken.(string)
	if jwt == "" {
		return token{}, unusable("it holds no token")
	}
	if !strings.EqualFold(fmt.Sprint(answer.TokenType), "Bearer") {
		return token{}, unusable("token_type is not Bearer")
	}
	if !isIssuedTo(jwt, form.Get("client_id")) {
		return token{}, unusable("the token is of another client")
	}
	if !isAbout(jwt, about) {
		return token{}, unusable("the token is about somebody else")
	}
	var expiresOn int64
	if seconds, err := time.ParseDuration(fmt.Sprint(answer.ExpiresIn) + "s"); err == nil {
		expiresOn = time.Now().Add(seconds).Unix()
	}
	return token{AccessToken: jwt, ExpiresOn: expiresOn, Source: "network"}, nil
}

func (c *client) post(endpoint string, form url.Values) (int, []byte, error) {
	response, err := c.http.PostForm(endpoint, form)
	if err != nil {
		return 0, nil, unanswered(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, nil, unanswered(err)
	}
	return response.StatusCode, body, nil
}

type tokenClaims struct {
	Aud                         any
	Azp, Appid, Idtyp, Oid, Upn string
	Name                        string `json:"preferred_username"`
	Exp                         float64
}

func (c *tokenClaims) client() string {
	if c.Azp != "" {
		return c.Azp
	}
	return c.Appid
}

// claimsOf is nil for a token that cannot be read.
func claimsOf(jwt string) *tokenClaims {
	parts := strings.Split(jwt, ".")
	if len(parts) != 3 {
		return nil
	}
	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return nil
	}
	var claims tokenClaims
	if json.Unmarshal(payload, &claims) != nil {
		return nil
	}
	return &claims
}

// isIssuedTo says true of a token that cannot be read: it says nothing against itself.
func isIssuedTo(jwt, clientID string) bool {
	claims := claimsOf(jwt)
	return claims == nil || strings.EqualFold(claims.client(), clientID)
}

func isAbout(jwt string, about person) bool {
	claims := claimsOf(jwt)
	if claims == nil {
		return true
	}
	if about.OID != "" {
		return strings.EqualFold(claims.Oid, about.OID)
	}
	name := claims.Upn
	if name == "" {
		name = claims.Name
	}
	return about.UPN == "" || name == "" || strings.EqualFold(name, about.UPN)
}

// refusal does not pass on the prose of an answer: it may repeat what was sent.
func refusal(status int, body []byte) error {
	var answer struct {
		Error         string
		Suberror      string
		Claims        string
		ErrorCodes    []int  `json:"error_codes"`
		CorrelationID string `json:"correlation_id"`
	}
	_ = json.Unmarshal(body, &answer)
	f := failure{Kind: "server", Status: status, AADSTS: answer.ErrorCodes}
	f.Message = fmt.Sprintf("refused: %d", status)
	if oauthError.MatchString(answer.Error) {
		f.Code = answer.Error
		f.Message += " " + f.Code
	}
	if guid.MatchString(answer.CorrelationID) {
		f.CorrelationID = answer.CorrelationID
	}
	if oauthError.MatchString(answer.Suberror) {
		f.Suberror = answer.Suberror
	}
	// A challenge works only unchanged, and names policies, never a token.
	if strings.HasPrefix(answer.Claims, "{") && json.Valid([]byte(answer.Claims)) &&
		!strings.Contains(answer.Claims, "eyJ") {
		f.Claims = answer.Claims
	}
	for _, number := range answer.ErrorCodes {
		f.Message += fmt.Sprintf(" AADSTS%d", number)
	}
	return f
}

func unusable(why string) error {
	return failure{Kind: "server", Status: 200, Message: "the answer is unusable: " + why}
}

func unanswered(err error) error {
	if errors.Is(err, context.DeadlineExceeded) || os.IsTimeout(err) {
		return failure{Kind: "timeout", Message: "no answer in time"}
	}
	return failure{Kind: "server", Message: fmt.Sprintf("no answer: %T", errors.Unwrap(err))}
}

// ---------- END of what is your library's. The rest is the protocol. ----------

type object = map[string]any

type credential struct {
	Type, Value, File string
}

type configuration struct {
	AuthorityHost, TenantID, CAFile, Cloud string
	Blueprint                              struct {
		ClientID   string
		Credential credential
	}
}

type request struct {
	ID                            json.RawMessage
	Op                            string
	Flow, AgentIdentity, TenantID string
	UserAssertion, Claims         string
	User                          person
	Scopes                        []string
}

type token struct {
	AccessToken string `json:"accessToken"`
	ExpiresOn   int64  `json:"expiresOn,omitempty"`
	Source      string `json:"source"`
}

// failure has one of the kinds server, client, timeout and unsupported.
type failure struct {
	Kind          string `json:"kind"`
	Message       string `json:"message"`
	Status        int    `json:"status,omitempty"`
	Code          string `json:"code,omitempty"`
	AADSTS        []int  `json:"aadsts,omitempty"`
	CorrelationID string `json:"correlationId,omitempty"`
	Suberror      string `json:"suberror,omitempty"`
	Claims        string `json:"claims,omitempty"`
}

func (f failure) Error() string { return f.Message }

func unsupported(what string) error {
	return failure{Kind: "unsupported", Message: what + " is not supported"}
}

func refused(why string) error { return failure{Kind: "client", Message: why} }

type adapter struct {
	configuration configuration
	client        *client
	stdout        sync.Mutex
}

// prepare runs what must be over before the next line, and returns what may overlap.
func (a *adapter) prepare(line []byte, r request) func() (object, error) {
	switch r.Op {
	case "hello":
		return done(object{"name": "template-go", "version": "1.0.0", "language": "go",
			"capabilities": capabilities})
	case "configure":
		a.configuration = configuration{}
		err := json.Unmarshal(line, &a.configuration)
		if err != nil {
			return failed(refused("configure cannot be read"))
		}
		return a.renew()
	case "reset":
		if a.client == nil {
			return failed(refused("configure comes first"))
		}
		return a.renew()
	case "acquire":
		return a.acquire(r)
	case "shutdown":
		return done(object{})
	}
	return failed(unsupported("the operation " + r.Op))
}

func (a *adapter) renew() func() (object, error) {
	created, err := newClient(a.configuration)
	a.client = created
	if err != nil {
		return failed(err)
	}
	return done(object{})
}

func (a *adapter) acquire(r request) func() (object, error) {
	if r.Flow != "autonomous" && r.Flow != "agentUser" && r.Flow != "obo" {
		return failed(unsupported("the flow " + r.Flow))
	}
	current := a.client
	if current == nil {
		return failed(refused("configure comes first"))
	}
	return func() (object, error) {
		token, err := current.acquire(r)
		return object{"token": token}, err
	}
}

func done(reply object) func() (object, error) {
	return func() (object, error) { return reply, nil }
}

func failed(err error) func() (object, error) {
	return func() (object, error) { return nil, err }
}

func (a *adapter) reply(id json.RawMessage, reply object, err error) {
	var f failure
	if err != nil && !errors.As(err, &f) {
		log.Print(err)
		f = failure{Kind: "client", Message: fmt.Sprintf("%T in the adapter", err)}
	}
	if err != nil {
		reply = object{"error": f}
	}
	reply["ok"] = err == nil
	if len(id) > 0 {
		reply["id"] = id
	}
	a.stdout.Lock()
	defer a.stdout.Unlock()
	if err := json.NewEncoder(os.Stdout).Encode(reply); err != nil {
		log.Fatal(err)
	}
}

func main() {
	var a adapter
	var calls sync.WaitGroup
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			break
		}
		var r request
		// A line that is no object has no operation, and is answered so.
		_ = json.Unmarshal(line, &r)
		work := a.prepare(line, r)
		calls.Add(1)
		serve := func() {
			defer calls.Done()
			reply, err := work()
			a.reply(r.ID, reply, err)
		}
		if r.Op == "acquire" {
			go serve()
			continue
		}
		serve()
		if r.Op == "shutdown" {
			return
		}
	}
	// What is under way may end, within the 5 seconds of the protocol.
	time.AfterFunc(4*time.Second, func() { os.Exit(0) })
	calls.Wait()
}
