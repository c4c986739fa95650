export const verdictStyle = `
.verdicts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17.5rem),1fr));gap:1rem;margin-bottom:2.5rem}
.card{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:1.125rem 1.25rem 1.25rem}
.card h2{font-size:1rem}
.card .kind{color:var(--muted);font-size:.8125rem;min-height:1.5em}
.verdict{display:flex;align-items:center;gap:.5rem;margin-top:.5rem;color:var(--is);font-size:1.1875rem;font-weight:600;letter-spacing:-0.01em}
.bar{display:block;margin-top:.875rem;border-radius:3px}
.bar rect{fill:var(--is)}
.bar rect.is-passed{opacity:.55}
.bar rect.is-skipped{opacity:.35}
.counts{display:flex;flex-wrap:wrap;gap:0 .875rem;margin-top:.5rem;font-size:.8125rem;color:var(--muted)}
.counts b{color:var(--is);font-weight:650}
.broken{display:flex;flex-wrap:wrap;gap:.375rem;margin-top:.875rem}
.broken a{display:block;padding:.125rem .5rem;border-radius:5px;background:var(--failed-ground);color:var(--failed);
font:500 .8125rem/1.5 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;text-decoration:none}
.broken a:hover{text-decoration:underline}
.broken .more-broken{padding:.125rem 0;color:var(--muted);font-size:.8125rem}
.single .broken{display:grid;gap:.25rem}
.single .broken li{display:grid;grid-template-columns:minmax(6.5rem,max-content) 1fr;gap:.75rem;align-items:baseline}
.single .broken li.more-broken{display:block}
.single .broken a{justify-self:start}
.problem{margin-top:.75rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.8125rem;color:var(--muted)}
`
