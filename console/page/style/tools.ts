export const toolsStyle = `
.explain,.tool{display:grid;gap:1rem;width:100%;max-width:64rem;margin-inline:auto;align-content:start}
.explain .ask{display:grid;gap:.5rem}
.explain .ask label{font-weight:600}
.examples{display:flex;flex-wrap:wrap;gap:.375rem;align-items:center;color:var(--muted);font-size:.8125rem}
.explain .answer{display:grid;gap:1rem}
.explain .answer .number{display:grid;gap:.75rem;color:inherit}
.explain .token{padding:1rem 1.125rem;border:1px solid var(--line);border-radius:8px;background:var(--panel)}
.lead{color:var(--muted)}
`
