import { openTerminal } from './terminal.mjs'; import {copyDatabase} from './data/copy.mjs';
const env={PATH:process.env.PATH,HOME:'/root',TZ:'UTC',VIVA_HOME:'/tmp/b',VIVA_NOW:'2026-05-27T08:00:00Z'};
copyDatabase('/tmp/b/reviews-100000.db','/tmp/b/keys.db');
const t=openTerminal(['bin/viva','review','--new','1000','--db','/tmp/b/keys.db'],env); await t.seen('show answer');
const a=[],r=[]; const pause=ms=>new Promise(d=>setTimeout(d,ms));
const press=async(k,w)=>{await pause(30);t.mark();const f=performance.now();t.send(k);return (await t.seen(w))-f;};
for(let i=0;i<60;i++){a.push(await press(' ','1 Again'));r.push(await press('3','show answer'));}
t.kill(); const st=x=>{const s=[...x].sort((p,q)=>p-q);return `med ${s[30].toFixed(1)} p90 ${s[54].toFixed(1)} max ${s[59].toFixed(1)}`;};
console.log('reveal',st(a),'| first',a.slice(0,4).map(x=>x.toFixed(1)).join(' ')); console.log('rate',st(r),'| first',r.slice(0,6).map(x=>x.toFixed(1)).join(' ')); process.exit();
