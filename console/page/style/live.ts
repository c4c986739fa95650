export const liveStyle = `
.live{flex:1;display:grid;grid-template-columns:minmax(22rem,5fr) 6fr;padding:0;min-height:0}
.live .list{display:flex;flex-direction:column;min-width:0;border-right:1px solid var(--line)}
.live .bar{justify-content:space-between;padding:.75rem clamp(.75rem,2vw,1.5rem) .25rem}
.state{color:var(--muted);font-size:.8125rem}
.lamp{display:inline-block;width:.5rem;height:.5rem;margin-right:.4375rem;border-radius:50%;background:var(--lane)}
.lamp.on{background:var(--passed)}
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.75rem,1fr));gap:.5rem .75rem;padding:.25rem clamp(.75rem,2vw,1.5rem) .75rem;border-bottom:1px solid var(--line)}
.filters span{display:block;font-size:.75rem;color:var(--muted)}
html:not(.scripted) .filters{display:none}
.requests{flex:1}
.requests:not(:empty)+.nothing{display:none}
.nothing{padding:2.5rem clamp(.75rem,2vw,1.5rem);color:var(--muted)}
.nothing b{color:var(--text)}
.row{content-visibility:auto;contain-intrinsic-size:auto 2.625rem}
.row a{display:grid;grid-template-columns:4.25rem minmax(0,1fr) auto;align-items:baseline;gap:.25rem .75rem;padding:.5rem clamp(.75rem,2vw,1.5rem);color:inherit;text-decoration:none;border-bottom:1px solid var(--line);box-shadow:inset 3px 0 var(--is)}
.row a:hover{background:var(--inset)}
.row a[aria-current]{background:var(--panel);box-shadow:inset 5px 0 var(--is)}
.row a:focus-visible{outline-offset:-2px}
.row time{color:var(--muted)}
.row .answer{text-align:right;font-size:.8125rem}
.row .answer b{color:var(--is);font-weight:600}
.row .answer .id{display:block;color:var(--muted);font-size:.75rem}
.given{--is:var(--passed)}.refused{--is:var(--failed)}.fault{--is:var(--warning)}
.detail{min-width:0;padding:clamp(.75rem,2vw,1.5rem);background:var(--panel)}
.detail:focus{outline:0}
@media (min-width:60rem){
html:has(.live),body:has(.live){height:100%;overflow:hidden}
.live{overflow:hidden}
.live .requests,.detail{overflow-y:auto;min-height:0}
.live .list,.detail{max-height:100%;overflow-anchor:auto}
.live .list{overflow:hidden}
}
@media (max-width:59.99rem){
.live{display:flex;flex-direction:column}
.live .list{border-right:0}
.live.opened{flex-direction:column-reverse;justify-content:flex-end}
.live.opened .list{border-top:1px solid var(--line)}
.live:not(.opened) .detail{display:none}
}
@media (max-width:30rem){
.row a{grid-template-columns:minmax(0,1fr) auto}
.row .what{grid-column:1/-1;grid-row:2}
.brand span{display:none}
.top nav a{padding-inline:.5rem}
}
`
