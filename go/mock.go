// Package agentidtest tests, offline, the programs that get tokens for Microsoft Entra agent identities. It starts the
// mock of agentid-conformance once for a test program, and makes a tenant for each test.
package agentidtest

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// Mock is a mock that runs. It ends with this program.
type Mock struct {
	// AuthorityHost is such as https://localhost:8443.
	AuthorityHost string
	// Client trusts the mock besides the authorities of the system. So does http.DefaultTransport.
	Client *http.Client

	caFile string
	token  string
	// Keeps the pipe open whose end ends the mock.
	stdin io.Closer
}

var shared = sync.OnceValues(start)

// Start gives the mock that all tests of this program share. If AGENTID_MOCK_URL names a mock that runs, it uses that one.
func Start() (*Mock, error) { return shared() }

func start() (*Mock, error) {
	if url := os.Getenv("AGENTID_MOCK_URL"); url != "" {
		return trusting(&Mock{
			AuthorityHost: strings.TrimRight(url, "/"),
			caFile:        os.Getenv("AGENTID_CA_FILE"),
			token:         os.Getenv("AGENTID_CONTROL_TOKEN"),
		})
	}
	command, err := command()
	if err != nil {
		return nil, err
	}
	args := append(command[1:], "serve", "--port", "0", "--http-port", "0", "--json", "--exit-with-parent")
	process := exec.Command(command[0], args...)
	process.Stderr = os.Stderr
	stdin, err := process.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := process.Start(); err != nil {
		return nil, fmt.Errorf("the mock did not start: %w", err)
	}
	line, err := bufio.NewReader(stdout).ReadBytes('\n')
	if err != nil {
		return nil, fmt.Errorf("'agentid serve' ended before it was ready: %v", process.Wait())
	}
	var ready struct{ AuthorityHost, CaFile string }
	if err := json.Unmarshal(line, &ready); err != nil {
		return nil, fmt.Errorf("expected a line of JSON from 'agentid serve': %w", err)
	}
	return trusting(&Mock{AuthorityHost: ready.AuthorityHost, caFile: ready.CaFile, stdin: stdin})
}

// trusting adds the authority of the mock to those that this program trusts.
func trusting(mock *Mock) (*Mock, error) {
	roots, err := x509.SystemCertPool()
	if err != nil {
		roots = x509.NewCertPool()
	}
	if mock.caFile != "" {
		pem, err := os.ReadFile(mock.caFile)
		if err != nil {
			return nil, err
		}
		roots.AppendCertsFromPEM(pem)
	}
	if transport, ok := http.DefaultTransport.(*http.Transport); ok {
		if transport.TLSClientConfig == nil {
			transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12}
		}
		transport.TLSClientConfig.RootCAs = roots
		transport.ForceAttemptHTTP2 = true
	}
	own := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}}
	mock.Client = &http.Client{Transport: own}
	return mock, nil
}

// command is AGENTID_COMMAND, or the command on the PATH, or the one of a node_modules folder here or above.
func command() ([]string, error) {
	if told := strings.Fields(os.Getenv("AGENTID_COMMAND")); len(told) > 0 {
		return told, nil
	}
	if installed, err := exec.LookPath("agentid"); err == nil {
		return []string{installed}, nil
	}
	node, nodeErr := exec.LookPath("node")
	folder, err := os.Getwd()
	for nodeErr == nil && err == nil {
		file := filepath.Join(folder, "node_modules", "agentid-conformance", "dist", "cli", "agentid.js")
		if _, missing := os.Stat(file); missing == nil {
			return []string{node, file}, nil
		}
		above := filepath.Dir(folder)
		if above == folder {
			break
		}
		folder = above
	}
	return nil, errors.New("the command agentid is missing. Install Node 20.19 or newer and run 'npm install " +
		"agentid-conformance', or set AGENTID_COMMAND to the command, or AGENTID_MOCK_URL to a mock that runs")
}
