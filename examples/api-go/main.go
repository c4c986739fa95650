// An API whose callers are agents, with golang-jwt and keyfunc.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/time/rate"
)

type claims struct {
	TenantID string   `json:"tid"`
	ObjectID string   `json:"oid"`
	Client   string   `json:"azp"`
	Scopes   *string  `json:"scp"`
	Roles    []string `json:"roles"`
	jwt.RegisteredClaims
}

func main() {
	authority := os.Getenv("AGENTID_AUTHORITY_HOST") + "/" + os.Getenv("AGENTID_TENANT_ID")
	keys, err := keyfunc.NewDefaultOverrideCtx(context.Background(),
		[]string{authority + "/discovery/v2.0/keys"},
		// A tenant may sign with a new key at any time.
		keyfunc.Override{RefreshUnknownKID: rate.NewLimiter(rate.Every(5*time.Second), 1)})
	if err != nil {
		log.Fatal(err)
	}
	parser := jwt.NewParser(
		jwt.WithValidMethods([]string{"RS256"}),
		jwt.WithIssuer(authority+"/v2.0"),
		jwt.WithAudience(os.Getenv("AGENTID_API_AUDIENCE")),
		jwt.WithExpirationRequired(),
		jwt.WithLeeway(5*time.Minute),
	)
	http.HandleFunc("GET /health", func(http.ResponseWriter, *http.Request) {})
	http.HandleFunc("GET /orders", func(response http.ResponseWriter, request *http.Request) {
		scheme, token, _ := strings.Cut(request.Header.Get("Authorization"), " ")
		if !strings.EqualFold(scheme, "Bearer") {
			refuse(response, http.StatusUnauthorized, "invalid_request")
			return
		}
		var caller claims
		_, err := parser.ParseWithClaims(token, &caller, keys.Keyfunc)
		if err != nil || caller.TenantID != os.Getenv("AGENTID_TENANT_ID") {
			refuse(response, http.StatusUnauthorized, "invalid_token")
			return
		}
		if !caller.mayReadOrders() {
			refuse(response, http.StatusForbidden, "insufficient_scope")
			return
		}
		response.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(response).Encode(map[string]string{
			"of": caller.ObjectID, "through": caller.Client,
		})
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}

// Applications hold roles, and whoever acts for a user holds scopes.
func (c claims) mayReadOrders() bool {
	if c.Scopes == nil {
		return slices.Contains(c.Roles, os.Getenv("AGENTID_API_ROLE"))
	}
	return slices.Contains(strings.Fields(*c.Scopes), os.Getenv("AGENTID_API_SCOPE"))
}

func refuse(response http.ResponseWriter, status int, code string) {
	response.Header().Set("WWW-Authenticate", `Bearer error="`+code+`"`)
	http.Error(response, code, status)
}
