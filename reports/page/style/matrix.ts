export const matrixStyle = `
.matrix{width:100%;border-collapse:separate;border-spacing:0;background:var(--panel);border:1px solid var(--line);border-radius:10px}
.matrix th{font-weight:inherit;text-align:left}
.matrix thead th{position:sticky;top:0;z-index:1;padding:.75rem .75rem .625rem;background:var(--panel);border-bottom:1px solid var(--line);font-size:.8125rem;font-weight:600;vertical-align:bottom}
.matrix thead th:first-child{padding-left:1.25rem;border-top-left-radius:10px;color:var(--muted);font-weight:400}
.matrix thead th:last-child{border-top-right-radius:10px}
.matrix thead small{display:block;font-size:.75rem;font-weight:400;color:var(--muted)}
.matrix .area th{padding:1rem 1.25rem .1875rem;font-size:.8125rem;font-weight:600}
.matrix .area code{margin-left:.25rem;color:var(--muted);font-weight:400}
.rule th{padding:.375rem .75rem .375rem 1.25rem;border-top:1px solid var(--line)}
.rule td{vertical-align:top;padding:.0625rem .25rem;border-top:1px solid var(--line);width:9.5rem}
.rule td:last-child{padding-right:.5rem}
.rule:nth-child(2) th,.rule:nth-child(2) td{border-top-color:transparent}
.matrix tbody:last-child tr:last-child>*{padding-bottom:.75rem}
.rule th{display:grid;grid-template-columns:13rem 4.25rem 1fr;align-items:baseline}
.rule .id{color:var(--muted)}
.rule:hover th,.rule:hover td{background:var(--inset)}
.rule td a{display:flex;align-items:center;gap:.4375rem;min-height:2rem;padding:0 .5rem;border-radius:6px;color:var(--is);font-size:.8125rem;text-decoration:none}
.rule td a:hover .word{text-decoration:underline;text-underline-offset:.15em}
.rule td a.is-failed{background:var(--failed-ground);font-weight:600}
.rule td a.is-passed .word,.rule td a.is-skipped .word{color:var(--muted)}
.rule td .none{display:block;padding:0 .75rem;color:var(--muted)}
.rule td.faded a{opacity:.4}
.rule .who{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.dense .rule td{width:2.75rem;text-align:center}
.dense .rule td a{justify-content:center}
.dense .rule .word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.dense thead th:not(:first-child){padding-inline:0;text-align:center}
.dense thead th:not(:first-child) span{display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg);max-height:11rem;text-align:left;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.dense thead small{display:inline}
@media (max-width:75rem){
.rule th{grid-template-columns:auto 1fr;column-gap:.625rem}
.rule .sentence{grid-column:1/-1}
.roomy .rule td{width:7.5rem}
}
@media (max-width:44rem){
.matrix,.matrix tbody,.matrix tr,.matrix td{display:block}
.matrix thead{display:none}
.matrix .area th{display:block;padding-inline:1rem}
.rule{display:flex!important;flex-wrap:wrap;gap:.25rem;padding:.625rem .5rem .6875rem}
.rule[hidden]{display:none!important}
.rule+.rule{border-top:1px solid var(--line)}
.rule th{flex:1 0 100%;padding:0 .5rem}
.rule th,.rule td{border:0}
.rule td,.rule td:last-child,.roomy .rule td,.dense .rule td{flex:none;max-width:100%;width:auto;padding:0}
.rule td a{min-height:1.75rem;gap:.375rem}
.rule .who,.rule td a:not(.is-passed) .word,.dense .rule td a:not(.is-passed) .word{position:static;width:auto;height:auto;clip-path:none;white-space:normal}
.rule .who{color:var(--text);font-weight:400}
.rule .who i{font-style:normal}
.rule .who small,.rule td a.is-passed i{display:none}
.rule td a.is-passed .word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.rule td .none{display:none}
.rule:hover th,.rule:hover td{background:none}
.matrix tbody:last-child tr:last-child>*{padding-bottom:0}
}
`
