export const storyStyle = `
.stories{margin-top:3rem}
.stories .rule-article{margin-top:1rem;padding:1.25rem;background:var(--panel);border:1px solid var(--line);border-radius:10px;content-visibility:auto;contain-intrinsic-size:auto 24rem}
@media (scripting:enabled){.stories{display:none}}
.scripted .stories{display:none}
dialog{position:fixed;inset:0 0 0 auto;width:min(48rem,100vw);max-width:none;height:100dvh;max-height:none;margin:0;padding:0;border:0;background:var(--panel);color:inherit;box-shadow:0 0 3rem rgb(0 0 0/.25)}
dialog[open]{display:flex;flex-direction:column}
dialog::backdrop{background:rgb(10 12 14/.4)}
.drawer-bar{display:flex;align-items:center;gap:.25rem;padding:.625rem clamp(.625rem,2.5vw,1.5rem);border-bottom:1px solid var(--line);font-size:.8125rem}
.drawer-bar button{height:2rem;padding:0 .625rem;border:1px solid transparent;border-radius:6px;background:none;color:var(--muted);cursor:pointer}
.drawer-bar button:hover{background:var(--inset);color:var(--text)}
.drawer-bar .close{margin-left:auto}
.drawer-bar kbd{margin-left:.25rem;padding:.0625rem .3125rem;border:1px solid var(--line);border-radius:4px;font-size:.6875rem}
.drawer-body{flex:1;overflow-y:auto;padding:1.5rem clamp(1rem,3.5vw,2rem) 4rem;overscroll-behavior:contain}
.rule-id{display:flex;align-items:baseline;gap:.625rem;color:var(--muted)}
.rule-article h3{margin-top:.25rem;font-size:1.375rem;line-height:1.25;font-weight:650;letter-spacing:-0.012em;text-wrap:balance}
.rule-article h3:focus-visible{outline:0}
.evidence{margin-top:.625rem;color:var(--muted);font-size:.8125rem}
.evidence b{margin-right:.25rem;color:var(--text);font-weight:600}
.evidence .source{display:block}
.tabs{display:flex;flex-wrap:wrap;gap:.25rem;margin-top:1.25rem;border-bottom:1px solid var(--line)}
.tabs a{display:flex;align-items:center;gap:.4375rem;padding:.375rem .75rem;margin-bottom:-1px;border-bottom:2px solid transparent;color:var(--muted);font-size:.8125rem;text-decoration:none}
.tabs a .icon{color:var(--is)}
.tabs a:hover{color:var(--text)}
.tabs a[aria-current]{border-color:var(--text);color:var(--text);font-weight:600}
.part{margin-top:1.5rem}
.part h4{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 1rem;font-size:1rem;font-weight:600}
.meaning{color:var(--muted);font-size:.875rem}
.story{margin-top:1rem;border:1px solid var(--line);border-radius:8px;padding:0 1rem}
.story[open]{padding-bottom:1.125rem}
.story>summary{display:flex;align-items:baseline;gap:1rem;padding:.6875rem 0;cursor:pointer;list-style:none}
.story>summary::-webkit-details-marker{display:none}
.story>summary::before{content:"";flex:none;width:.4375rem;height:.4375rem;border:solid var(--muted);border-width:0 1.5px 1.5px 0;transform:translateY(-.125rem) rotate(-45deg);margin-right:-.25rem}
.story[open]>summary::before{transform:translateY(-.1875rem) rotate(45deg)}
.story-title{flex:1;font-weight:550}
.place{color:var(--muted);font-size:.8125rem}
.reason{margin-top:.625rem}
.story h5{margin:1.25rem 0 .5rem;font-size:.8125rem;font-weight:600}
.finding{margin-top:.875rem;padding:.75rem .875rem;border-radius:6px;background:var(--failed-ground)}
.finding.should,.finding.info{background:var(--warning-ground)}
.finding .message{font-weight:600}
.finding .id{margin-right:.25rem;color:var(--failed)}
.finding.should .id,.finding.info .id{color:var(--warning)}
.finding dl{margin-top:.375rem}
.finding dl>div{display:grid;grid-template-columns:5rem 1fr}
.finding dt,.proof{color:var(--muted)}
.proof{margin-top:.375rem;font-size:.8125rem}
.steps li{display:flex;gap:.625rem;padding:.1875rem 0}
.steps .mark{flex:none;width:1rem;text-align:center;color:var(--muted);font-weight:600}
.steps .step{white-space:pre-wrap}
.steps b{font-weight:600}
.steps .outcome{margin-left:.375rem;font-size:.8125rem}
.steps .failed{margin:.125rem -.5rem;padding:.25rem .5rem;border-radius:5px;background:var(--failed-ground)}
.steps .failed .mark,.steps .failed .outcome{color:var(--failed);font-weight:600}
.steps .skipped{color:var(--muted)}
@media (max-width:30rem){
.drawer-bar button span,.drawer-bar kbd{display:none}
.story{padding-inline:.75rem}
.story>summary{flex-wrap:wrap;gap:0 .625rem}
.story-title{flex:1 1 calc(100% - 2rem)}
.story>summary .status{margin-left:.8125rem}
.rule-article h3{font-size:1.1875rem}
}
`
