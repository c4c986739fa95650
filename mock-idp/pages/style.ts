import { dark, light, properties } from '../../look/palette.ts'

/** The CSS of every page. The policy of a page allows this text and no other. */
export const pageStyle = `
:root{color-scheme:light dark;${properties(light)}}
@media (prefers-color-scheme:dark){:root{${properties(dark)}}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;grid-template-rows:auto 1fr auto;background:var(--page);color:var(--text);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:anywhere}
h1,h2,p,dl,dd,ol,ul,fieldset{margin:0;padding:0;border:0}
ol,ul{list-style:none}
h1{font-size:1.625rem;line-height:1.2;font-weight:650;letter-spacing:-0.015em}
h2{font-size:1.0625rem;line-height:1.3;font-weight:650}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
code,.id{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.875em}
button,input{font:inherit;color:inherit}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:8px}
.hear{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
body>header,body>footer,main{width:100%;max-width:64rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
body>header{display:flex;align-items:center;gap:.625rem;padding-block:1.25rem;font-size:.875rem;color:var(--muted)}
body>header b{color:var(--text);font-weight:600}
.mark{width:1.5rem;height:1.5rem;flex:none;fill:none;stroke:var(--accent);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
body>footer{padding-block:1.25rem 1.75rem;color:var(--muted);font-size:.8125rem}
main{display:grid;align-content:center;padding-block:clamp(.5rem,4vh,3rem)}
.sheet{display:grid;background:var(--panel);border:1px solid var(--line);border-radius:14px;overflow:hidden}
.lead{padding:clamp(1.25rem,4vw,2.5rem);display:grid;gap:.875rem;align-content:start}
.lead p{color:var(--muted)}
.lead p b{color:var(--text);font-weight:600}
/* Nothing to do: one narrow column, as wide as it reads well. */
.sheet:not(:has(.work)){width:100%;max-width:34rem;justify-self:center}
.work{padding:clamp(1.25rem,4vw,2.5rem);display:grid;gap:1.25rem;align-content:start;border-top:1px solid var(--line);background:var(--inset)}
@media (min-width:52rem){.sheet:has(.work){grid-template-columns:minmax(0,5fr) minmax(0,6fr)}
.work{border-top:0;border-left:1px solid var(--line)}.lead{gap:1.125rem}h1{font-size:2rem}}
form{display:grid;gap:1rem}
.facts{display:grid;gap:.625rem;font-size:.875rem;margin-top:.25rem}
.facts dt{color:var(--muted);font-size:.8125rem}
.people{display:grid;gap:.5rem}
.person{display:flex;align-items:center;gap:.875rem;width:100%;padding:.75rem .875rem;text-align:left;background:var(--panel);border:1px solid var(--line);border-radius:10px;cursor:pointer}
.person:hover{border-color:var(--accent)}
.person>span:last-child{display:grid;min-width:0}
.person small{color:var(--muted);font-size:.8125rem}
.initials{display:grid;place-items:center;flex:none;width:2.5rem;height:2.5rem;border-radius:50%;border:1px solid var(--lane);font-size:.875rem;font-weight:600;letter-spacing:.02em}
label.field{display:grid;gap:.25rem;font-size:.875rem}
label.field input{width:100%;min-height:2.75rem;padding:.375rem .75rem;background:var(--panel);border:1px solid var(--lane);border-radius:8px}
label.field input.code{min-height:3.5rem;font:600 1.5rem/1 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;letter-spacing:.14em;text-transform:uppercase;text-align:center}
label.tick{display:flex;align-items:start;gap:.625rem;font-size:.9375rem}
label.tick input{width:1.125rem;height:1.125rem;margin:.1875rem 0 0;flex:none;accent-color:var(--accent)}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem}
.button{display:inline-grid;place-items:center;flex:1 1 9rem;min-height:2.875rem;padding:.5rem .75rem;text-align:center;border:1px solid var(--lane);border-radius:8px;background:var(--panel);color:var(--text);font-weight:550;text-decoration:none;cursor:pointer}
.button:hover{border-color:var(--accent)}
.button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.asks{display:grid;gap:.625rem}
.asks li{display:grid;gap:.125rem;padding:.75rem .875rem;background:var(--panel);border:1px solid var(--line);border-radius:10px}
.asks small{color:var(--muted);font-size:.8125rem}
.note{padding:.75rem .875rem;border-radius:10px;border:1px solid var(--line);background:var(--panel);font-size:.875rem}
.problem{padding:.75rem .875rem;border-radius:10px;background:var(--failed-ground);color:var(--failed);font-size:.9375rem}
.lead .number{font-size:.9375rem;font-weight:600;color:var(--failed)}
`
