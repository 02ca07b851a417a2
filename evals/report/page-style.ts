/**
 * How the page looks, by day and by night.
 *
 * @module
 */

export const STYLE = `
:root{--ink:#1d2430;--dim:#66707f;--paper:#fbfaf7;--card:#fff;--line:#e3e0d8;--good:#1f7a4d;--bad:#b3261e;--ours:#2257c4;--theirs:#c2701a}
@media(prefers-color-scheme:dark){:root{--ink:#e7e9ee;--dim:#9aa4b2;--paper:#14171c;--card:#1b2027;--line:#2c333d;--good:#5bc48d;--bad:#ff8a80;--ours:#7fa6ff;--theirs:#f0b06a}}
*{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header,main{max-width:1100px;margin:auto;padding:1.2rem}header{border-bottom:4px solid var(--good)}header.bad{border-color:var(--bad)}
h1{margin:0;font-size:1.6rem}h2{margin:1.6rem 0 .5rem;font-size:1.15rem;text-transform:capitalize}h4{margin:.8rem 0 .2rem}
.tiles{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}.tiles li{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.5rem .8rem;color:var(--dim);font-size:.8rem}
.tiles b{display:block;font-size:1.25rem;color:var(--ink)}
table{border-collapse:collapse;width:100%;background:var(--card);font-variant-numeric:tabular-nums}th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:right}th:first-child{text-align:left}
tr.worse td,small.worse{color:var(--bad)}tr.better td,small.better{color:var(--good)}small.level{color:var(--dim)}meter{width:6rem}
.trial{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--good);border-radius:6px;margin:.35rem 0;padding:.35rem .7rem}.trial.bad{border-left-color:var(--bad)}
summary{cursor:pointer}summary span{color:var(--dim)}.because{color:var(--dim);margin:.3rem 0}
.verdicts,.grades{display:flex;flex-wrap:wrap;gap:.2rem .9rem;list-style:none;padding:0;font-size:.85rem}.verdicts .good b{color:var(--good);font-weight:500}.verdicts .bad,.bad>p,p.bad{color:var(--bad)}.verdicts .bad{flex-basis:100%}.grades i{color:var(--dim)}
.plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:.6rem}svg{background:var(--paper);border:1px solid var(--line);border-radius:6px}
svg text{font:9px system-ui,sans-serif;fill:var(--dim)}svg .title{font-size:11px;fill:var(--ink)}svg .axis{fill:none;stroke:var(--line)}
polyline{fill:none;stroke-width:1.8}polyline.ours{stroke:var(--ours)}circle.ours{fill:var(--ours)}polyline.theirs{stroke:var(--theirs)}circle.theirs{fill:var(--theirs)}
svg text.ours{fill:var(--ours)}svg tspan.theirs{fill:var(--theirs)}
line.their-limit{stroke:var(--theirs);stroke-dasharray:4 3}line.our-limit{stroke:var(--ours);stroke-dasharray:4 3}circle.deal{fill:none;stroke:var(--good);stroke-width:2}
.chat{list-style:none;padding:0;display:flex;flex-direction:column;gap:.4rem}.chat li{max-width:80%;border:1px solid var(--line);border-radius:10px;padding:.4rem .7rem}.chat .customer{align-self:flex-end;background:color-mix(in srgb,var(--ours) 12%,transparent)}.chat .duty-agent{background:color-mix(in srgb,var(--theirs) 14%,transparent)}
.tools{margin:0;color:var(--dim);font:12px ui-monospace,monospace}.sources{font-size:.78rem;color:var(--dim)}.sources ul{padding-left:1rem}.small{font-size:.78rem;color:var(--dim);overflow-wrap:anywhere}code{font-size:.92em}
`
