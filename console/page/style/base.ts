export const baseStyle = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;height:100%}
body{margin:0;min-height:100%;display:flex;flex-direction:column;background:var(--page);color:var(--text);
font:0.9375rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1,h2,h3,h4,p,dl,dd,ol,ul,fieldset{margin:0;padding:0;border:0}
ol,ul{list-style:none}
h1{font-size:1.25rem;line-height:1.3;font-weight:650;letter-spacing:-.01em}
h2{font-size:1.125rem;line-height:1.3;font-weight:650;letter-spacing:-.005em}
h3{font-size:1rem;line-height:1.4;font-weight:600}
h4{font-size:.8125rem;font-weight:600;color:var(--muted)}
h1:focus,h2:focus,h3:focus{outline:0}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
code,.id,kbd,pre,time,.place{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.8125rem}
button,input,select,textarea{font:inherit;color:inherit}
input,select,textarea{padding:.3125rem .5rem;background:var(--panel);border:1px solid var(--lane);border-radius:6px;width:100%;min-width:0}
textarea{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.8125rem;resize:vertical}
::placeholder{color:var(--muted);opacity:1}
button{padding:.3125rem .75rem;border:1px solid var(--lane);border-radius:6px;background:var(--panel);cursor:pointer}
button:hover{border-color:var(--text)}
button.main{background:var(--accent);border-color:var(--accent);color:var(--panel);font-weight:600}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
[hidden]{display:none!important}
[aria-busy=true]{opacity:.6}
.hear{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--panel);border-radius:6px;z-index:3}
.skip:focus{top:.5rem}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 2rem;padding:.5rem clamp(.75rem,2vw,1.5rem) 0;background:var(--panel);border-bottom:1px solid var(--line)}
.brand{display:flex;align-items:center;gap:.5rem;padding-bottom:.5rem}
.brand svg{width:1.5rem;height:1.5rem;fill:none;stroke:var(--accent);stroke-width:1.6;stroke-linejoin:round}
.brand span{color:var(--muted);font-size:.8125rem}
.top ul{display:flex;gap:.25rem}
.top nav a{display:block;padding:.375rem .75rem .5rem;color:var(--muted);text-decoration:none;border-bottom:2px solid transparent}
.top nav a:hover{color:var(--text)}
.top nav a[aria-current]{color:var(--text);font-weight:600;border-color:var(--accent)}
main{flex:1;min-height:0;display:flex;flex-direction:column}
main:focus{outline:0}
.view{padding:clamp(.75rem,2vw,1.5rem)}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem}
.hint{color:var(--muted);font-size:.8125rem}
.notice{position:fixed;bottom:1rem;left:50%;translate:-50%;max-width:min(40rem,92vw);padding:.625rem 1rem;background:var(--failed-ground);color:var(--failed);border:1px solid var(--failed);border-radius:8px;z-index:4}
.notice:empty{display:none}
.chip{padding:.125rem .625rem;border-radius:999px;font-size:.8125rem}
.aside{color:var(--muted);font-size:.8125rem}
.masked{color:var(--muted)}
.caution{color:var(--warning)}
dialog{width:min(26rem,92vw);padding:1.5rem;border:1px solid var(--line);border-radius:12px;background:var(--panel);color:inherit}
dialog::backdrop{background:rgb(10 12 14/.5)}
dialog form{display:grid;gap:.75rem}
@media (prefers-reduced-motion:no-preference){.lamp.on{animation:glow 2.4s ease-in-out infinite}@keyframes glow{50%{opacity:.35}}}
`
