export const filterStyle = `
.filters{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem 1.75rem;margin:.875rem 0 1.125rem}
.filters legend,.search>span{display:block;padding:0;margin-bottom:.25rem;font-size:.75rem;color:var(--muted)}
.filters fieldset{min-width:0}
.search{flex:1 1 13rem;max-width:20rem}
.search input{width:100%;height:2rem;padding:0 .625rem;background:var(--panel);border:1px solid var(--lane);border-radius:6px}
.search input::placeholder{color:var(--muted)}
.chip{display:inline-block;position:relative;margin:0 .25rem .25rem 0}
.chip input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.chip>span{display:inline-flex;align-items:center;gap:.375rem;height:1.75rem;padding:0 .625rem;border:1px solid var(--line);border-radius:999px;background:var(--panel);font-size:.8125rem}
.chip>span>span{display:inline-flex;color:var(--is)}
.chip:hover>span{border-color:var(--lane)}
.chip input:checked+span{border-color:var(--text);background:var(--text);color:var(--panel)}
.chip input:checked+span>span{color:inherit}
.chip input:focus-visible+span{outline:2px solid var(--accent);outline-offset:2px}
.shown{display:flex;align-items:center;gap:1rem;height:2rem;font-size:.8125rem;color:var(--muted);margin-left:auto}
.shown button,.plain{padding:0;border:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:.15em;cursor:pointer}
.filters:not(.active) .shown button{display:none}
.nothing{padding:2rem 0;color:var(--muted)}
`
