export const sequenceStyle = `
.sequence{font-size:.8125rem}
.lanes{display:flex;justify-content:space-between;gap:1rem;font-weight:600}
.lanes span{padding:.25rem .625rem;border:1px solid var(--lane);border-radius:5px;background:var(--panel)}
.sequence ol{margin-inline:1.25rem;border-inline:1px solid var(--lane);padding-block:.25rem .75rem}
.exchange{padding:.625rem .875rem .25rem}
.exchange.offending .request{margin:0 -.25rem;padding:.5rem .625rem .625rem;border-radius:6px;background:var(--failed-ground);box-shadow:inset 3px 0 var(--failed)}
.exchange .line{display:flex;align-items:baseline;gap:.5rem;font-size:.875rem}
.exchange .line b{flex:1;font-weight:600}
.number{flex:none;color:var(--muted)}
.after{color:var(--muted);white-space:nowrap;font-size:.75rem}
.exchange .mark{color:var(--failed);font-weight:600}
.url,.pairs{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.75rem}
.url{color:var(--muted)}
.url b{color:var(--text);font-weight:600}
.url span{opacity:.85}
.remark{margin-top:.25rem;color:var(--failed);font-weight:600}
.pairs{margin-top:.375rem}
.pairs>div{display:grid;grid-template-columns:minmax(0,8.5rem) minmax(0,1fr);gap:.75rem;padding:.0625rem 0}
.pairs dt,.masked,.within{color:var(--muted)}
.masked{font-style:italic}
.pairs dd b{font-weight:600}
.more{margin-top:.375rem}
.more summary{width:max-content;color:var(--muted);cursor:pointer}
.more summary:hover{color:var(--text)}
.arrow{position:relative;height:.75rem;margin:.25rem -.875rem 0;color:var(--lane)}
.arrow::before{content:"";position:absolute;inset:50% 0 auto;border-top:1.5px solid currentColor}
.arrow.from::before{border-top-style:dashed}
.arrow::after{content:"";position:absolute;top:calc(50% - .25rem + .75px);width:.5rem;height:.5rem;background:currentColor}
.arrow.to::after{right:0;clip-path:polygon(0 0,100% 50%,0 100%)}
.arrow.from::after{left:0;clip-path:polygon(100% 0,0 50%,100% 100%)}
.offending .arrow.to{color:var(--failed)}
.answer{margin-top:.375rem;text-align:right}
.answer b{font-weight:600;color:var(--passed)}
.answer.refused b{color:var(--failed)}
.answer.fault b{color:var(--warning)}
.answer span{display:inline-block;margin-left:.5rem;color:var(--muted)}
@media (max-width:30rem){
.sequence ol{margin-inline:.5rem}
.pairs>div{grid-template-columns:1fr;gap:0}
.pairs>div+div{margin-top:.25rem}
.claims .pairs>div{grid-template-columns:3.5rem minmax(0,1fr);gap:.5rem;margin:0}
}
`
