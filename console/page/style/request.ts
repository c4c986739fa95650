const columns = [1, 2, 3, 4, 5]
/** Where an arrow begins and ends; a strict policy allows no style in the elements themselves. */
const spans = columns
  .flatMap((from) =>
    columns.map((to) => {
      const [left, right] = [Math.min(from, to), Math.max(from, to)]
      return `.from-${from}.to-${to}{--left:${left};--between:${right - left}}`
    }),
  )
  .join('')
const counts = columns.map((count) => `.of-${count}{--lanes:${count}}`).join('')

export const requestStyle = `
.request{display:grid;gap:1.125rem;max-width:60rem}
.verdict{color:var(--muted)}
.verdict b{color:var(--is)}
.place{color:var(--muted);font-size:.75rem;margin-top:.125rem}
.place b{color:var(--text)}
${spans}${counts}
.sequence{--lane-width:calc(100% / var(--lanes));font-size:.8125rem}
.heads{display:grid;grid-template-columns:repeat(var(--lanes),minmax(0,1fr))}
.head{justify-self:center;max-width:94%;padding:.1875rem .625rem;border:1px solid var(--lane);border-radius:6px;background:var(--panel);text-align:center;line-height:1.3}
.head span{display:block;color:var(--muted);font-size:.75rem}
.sequence ol{padding-block:.5rem;
background:repeating-linear-gradient(90deg,transparent 0 calc(var(--lane-width)/2 - .5px),var(--lane) calc(var(--lane-width)/2 - .5px) calc(var(--lane-width)/2 + .5px),transparent calc(var(--lane-width)/2 + .5px) var(--lane-width))}
.message{padding-block:.375rem}
.message>*{margin-left:calc(var(--lane-width)*(var(--left) - .5));width:calc(var(--lane-width)*var(--between))}
.message p{padding-inline:.5rem}
.message.current .ask{font-weight:600}
.number{color:var(--muted);font-weight:400}
.reply{margin-top:.25rem!important;text-align:right;color:var(--muted)}
.reply b{color:var(--is)}
.arrow{display:block;position:relative;height:.5rem;color:var(--lane)}
.arrow.back{color:var(--is)}
.current .arrow.there{color:var(--text)}
.arrow::before{content:"";position:absolute;inset:50% 0 auto;border-top:1.5px solid currentColor}
.arrow.back::before{border-top-style:dashed}
.arrow::after{content:"";position:absolute;top:calc(50% - .25rem + .75px);width:.5rem;height:.5rem;background:currentColor}
.arrow.there::after{right:0;clip-path:polygon(0 0,100% 50%,0 100%)}
.arrow.back::after{left:0;clip-path:polygon(100% 0,0 50%,100% 100%)}
.why .rule,.explain .rule{padding:1rem 1.125rem;border:1px solid var(--line);border-left:4px solid var(--failed);border-radius:8px;background:var(--page)}
.rule .id{color:var(--failed);font-weight:600}
.facts{display:grid;gap:.5rem;margin-top:.75rem}
.fact{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:.75rem}
.fact dt{color:var(--muted);font-size:.8125rem;padding-top:.0625rem}
.fact.is-do dd{font-weight:600}
.part>summary{padding:.25rem 0;font-weight:600;cursor:pointer}
.part[open]>summary{margin-bottom:.375rem}
.part{border-top:1px solid var(--line);padding-top:.5rem}
.token{display:grid;gap:.75rem}
.token h3{font-weight:400}
.members{display:grid}
.members>div{display:grid;grid-template-columns:minmax(6rem,11rem) minmax(0,1fr);gap:.125rem .75rem;padding:.3125rem 0;border-bottom:1px solid var(--line)}
.members>div:last-child{border:0}
.members dt{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.8125rem;color:var(--muted)}
.name{font-weight:600;margin-left:.375rem;white-space:nowrap}
.oddities{display:grid;gap:.5rem;padding:.75rem 1rem;border-radius:8px;background:var(--warning-ground)}
.oddities b{color:var(--warning);display:block}
.looked-at li{display:grid;grid-template-columns:1rem minmax(8rem,13rem) minmax(0,1fr);gap:.5rem;padding:.1875rem 0;font-size:.8125rem}
.looked-at .mark{color:var(--passed)}
.looked-at .refusing,.looked-at .refusing .mark{color:var(--failed)}
.looked-at .refusing{font-weight:600}
.curl{position:relative}
.curl pre{margin:0;padding:.75rem 1rem;border-radius:8px;background:var(--inset);overflow-x:auto;white-space:pre-wrap}
.curl .copy{position:absolute;top:.5rem;right:.5rem;font-size:.8125rem}
@media (max-width:36rem){
.members>div,.fact{grid-template-columns:1fr;gap:0}
.looked-at li{grid-template-columns:1rem minmax(0,1fr)}
.looked-at li>span:last-child{grid-column:2}
}
`
