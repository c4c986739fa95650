module agentidtest

go 1.21
