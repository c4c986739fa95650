export const toolsStyle = `
.explain,.tool{display:grid;gap:1rem;width:100%;max-width:64rem;margin-inline:auto;align-content:start}
.explain .ask{display:grid;gap:.5rem}
.explain .ask label{font-weight:600}
.examples{display:flex;flex-wrap:wrap;gap:.375rem;align-items:center;color:var(--muted);font-size:.8125rem}
.explain .answer{display:grid;gap:1rem}
.explain .answer .number{display:grid;gap:.75rem;color:inherit}
.explain .token{padding:1rem 1.125rem;border:1px solid var(--line);border-radius:8px;background:var(--panel)}
.lead{color:var(--muted)}
.fields,.control{display:grid;gap:.5rem .75rem}
.fields{grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));align-items:end}
.fields span,.control span{display:block;font-size:.75rem;color:var(--muted)}
.made{padding:.5rem .875rem;border-radius:8px;background:var(--panel);border:1px solid var(--passed)}
.made:empty{display:none}
.tool{max-width:82rem}
.tenants{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.tenants ul{display:flex;flex-wrap:wrap;gap:.375rem}
.tenants a,.node a{display:block;padding:.3125rem .75rem;border:1px solid var(--line);border-radius:8px;background:var(--panel);color:inherit;text-decoration:none}
.tenants a span,.node a span{color:var(--muted);font-size:.75rem}
.tenants a[aria-current],.node a[aria-current]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.walk{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1.75rem;align-items:start}
.column h2{font-size:.8125rem;color:var(--muted);margin-bottom:.5rem}
.column ul{display:grid;gap:.375rem}
.node a{padding:.5rem .75rem;position:relative;font-size:.875rem}
.result .request{max-width:none}
.node a span{display:block}
.node a:hover{border-color:var(--lane)}
.node.related a{border-color:var(--accent)}
.node.apart a{border-style:dashed;color:var(--muted);background:none}
.column:not(:last-child) .node.related a::after,.column:not(:last-child) .node a[aria-current]::after{content:"";position:absolute;left:100%;top:50%;width:1.75rem;border-top:1.5px solid var(--accent)}
.card{padding:1rem 1.125rem;border:1px solid var(--line);border-radius:8px;background:var(--panel)}
.steps{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:.75rem}
.step{display:grid;grid-template-rows:auto 1fr auto;gap:.5rem;padding:1rem 1.125rem;border:1px solid var(--line);border-radius:10px;background:var(--panel)}
.step .number{display:inline-grid;place-items:center;width:1.5rem;height:1.5rem;border-radius:50%;background:var(--inset);font-size:.8125rem}
.step form{display:grid;gap:.5rem}
.result{padding:1rem 1.125rem;border:1px solid var(--line);border-radius:10px;background:var(--panel)}
.result:focus{outline:0}
.controls{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.75rem;margin-top:.5rem}
.control{padding:.875rem 1rem;border:1px solid var(--line);border-radius:10px;background:var(--panel);align-content:start}
.control button{justify-self:start}
.control button,.bar button{font-size:.8125rem}
@media (max-width:60rem){.walk{grid-template-columns:1fr;gap:1rem}.column ul{grid-template-columns:repeat(auto-fill,minmax(10rem,1fr))}.node a::after{display:none}}
`
