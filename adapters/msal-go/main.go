// MSAL Go behind agentid-adapter/1: one JSON object per line, requests on stdin, replies on stdout.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"log"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

const library = "github.com/AzureAD/microsoft-authentication-library-for-go"
const timeout = 20 * time.Second

type object = map[string]any

var capabilities = object{
	"flows":   []string{"autonomous", "agentUser", "obo"},
	"userIds": []string{"oid", "upn"},
	"claims":  true,
	"credentials": []string{
		"secret", "certificate", "assertionFile", "managedIdentity:appService"},
	"redirect":      []string{"authority"},
	"schemes":       []string{"https"},
	"clouds":        []string{"public", "usGovernment", "china"},
	"tenantPerCall": true,
	// AcquireTokenByCredential has no such option.
	"forceRefresh": false,
	"cache":        object{"enabled": true, "skewSeconds": 300, "singleFlight": false},
	"retry":        object{"policy": "caller"},
	"errorFields":  []string{"code", "status", "aadsts", "correlationId", "suberror", "claims"},
}

type credential struct {
	Type, Value, File               string
	CertificateFile, PrivateKeyFile string
	SendX5c                         bool
	Source, Endpoint, Header        string
	ClientID                        string
}

type configuration struct {
	AuthorityHost, TenantID, CAFile, Cloud, LogLevel string
	Blueprint                                        struct {
		ClientID   string
		Credential credential
	}
}

type request struct {
	ID                                json.RawMessage
	Op, Flow, AgentIdentity, TenantID string
	Scopes                            []string
	ForceRefresh                      bool
	User                              struct{ OID, UPN string }
	UserAssertion, Claims             string
}

type token struct {
	AccessToken string `json:"accessToken"`
	ExpiresOn   int64  `json:"expiresOn"`
	Source      string `json:"source"`
}

type adapter struct {
	configuration configuration
	client        *client
	stdout        sync.Mutex
}

// prepare runs what must be over before the next line, and returns what may overlap.
func (a *adapter) prepare(line []byte, r request) func() (object, error) {
	switch r.Op {
	case "hello":
		return done(object{"name": "msal-go", "version": version(), "language": "go",
			"capabilities": capabilities})
	case "configure":
		a.configuration = configuration{}
		if json.Unmarshal(line, &a.configuration) != nil {
			return failed(refused("configure cannot be read"))
		}
		return a.renew()
	case "reset":
		if a.client == nil {
			return failed(refused("configure comes first"))
		}
		if a.configuration.Blueprint.Credential.Type == "managedIdentity" {
			// MSAL Go keeps these tokens in a variable of its package.
			return failed(unsupported("reset after a managed identity"))
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
	if err != nil {
		a.client = nil
		return failed(err)
	}
	a.client = created
	return done(object{})
}

func (a *adapter) acquire(r request) func() (object, error) {
	current := a.client
	switch {
	case r.ForceRefresh:
		return failed(unsupported("forceRefresh"))
	case current == nil:
		return failed(refused("configure comes first"))
	}
	return func() (object, error) {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		token, err := current.acquire(ctx, r)
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
	if err != nil {
		f := failure{Kind: "client", Message: err.Error()}
		errors.As(err, &f)
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

func version() string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == library {
			return strings.TrimPrefix(module.Version, "v")
		}
	}
	return "unknown"
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
