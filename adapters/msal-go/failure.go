package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/url"

	msal "github.com/AzureAD/microsoft-authentication-library-for-go/apps/errors"
)

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

func refused(why string) error { return failure{Kind: "client", Message: why} }

func unsupported(what string) error {
	return failure{Kind: "unsupported", Message: what + " is not supported"}
}

// failureOf reads what MSAL Go tells of a refusal: the answer itself, in a CallErr.
func (c *client) failureOf(err error) failure {
	var call msal.CallErr
	if !errors.As(err, &call) || call.Resp == nil {
		return failure{Kind: kindOf(err), Message: err.Error()}
	}
	body, readErr := io.ReadAll(call.Resp.Body)
	if readErr != nil {
		log.Print(readErr)
	}
	call.Resp.Body = io.NopCloser(bytes.NewReader(body))
	if c.configuration.LogLevel == "trace" {
		// MSAL Go logs nothing by itself. This is what it offers for finding out.
		log.Print(msal.Verbose(err))
	}
	var answer struct {
		Error         string
		ErrorCodes    []int  `json:"error_codes"`
		CorrelationID string `json:"correlation_id"`
		Suberror      string
		Claims        string
	}
	// What is no JSON leaves the answer empty.
	_ = json.Unmarshal(body, &answer)
	return failure{"server", err.Error(), call.Resp.StatusCode, answer.Error, answer.ErrorCodes,
		answer.CorrelationID, answer.Suberror, answer.Claims}
}

func kindOf(err error) string {
	var network *url.Error
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	case errors.As(err, &network):
		return "server"
	}
	return "client"
}
