/** German and Chinese: figures and findings of others are found, the writer's own and what asserts nothing is left alone. */
import { describe, expect, it } from 'vitest';
import { foreignSignsOf } from './foreign-signs.ts';

const GERMAN_CLAIMS = [
  'Müller et al. zeigen, dass längere Gespräche die Rolle verwischen.',
  'Nach Angaben des Herstellers hält der Akku zwei Tage.',
  'Laut einer Studie der Universität Zürich überzeugen Modelle besser als Menschen.',
  'Laut dem Bericht wurde die Brücke im letzten Jahr gesperrt.',
  'Einer neuen Untersuchung zufolge schlafen Jugendliche zu wenig.',
  'Studien zeigen, dass Schlaf das Gedächtnis stärkt.',
  'Mehrere Studien haben gezeigt, dass die Wirkung nachlässt.',
  'Wie die Zeitung berichtet, wurde das Werk geschlossen.',
  'Forscher fanden heraus, dass Bienen zählen können.',
  'Huber und Kollegen fanden keinen Zusammenhang zwischen den beiden.',
  'Gemäß einer Umfrage sind die meisten zufrieden.',
  'Es wurde gezeigt, dass die Methode nicht konvergiert.',
  'Die Zahl der Anmeldungen ist im letzten Jahr um 12 Prozent gestiegen.',
  'Die Stadt hat 1,3 Millionen Einwohner und wächst weiter.',
  'Eine Studie aus dem Jahr 2019 kam zu dem Ergebnis, dass Kinder mehr lesen.',
  'Bundesweit arbeiten Angestellte durchschnittlich 34 Stunden.',
  'Ein Haushalt verbraucht 3.500 kWh pro Jahr.',
  'Die Miete stieg in zehn Jahren um 400 Euro.',
  'Das Projekt kostete 40 Mio. Euro und wurde nie fertig.',
  'Das Gewicht der Tiere lag bei 12 kg.',
  'Laut einer Studie haben wir alle zu wenig Zeit.',
  'Der Median lag bei 5 Stunden.',
  'Die mittlere Schlafdauer war 6,8 Stunden.',
  'Die Halbwertszeit von Koffein ist mit 5 Stunden kurz.',
  'Erwachsene schlafen im Winter 20 Minuten länger als im Sommer.',
  'Ein Rotmilan wiegt etwa 1 kg.',
  'Die Behandlung verlängert das Leben um 4 Jahre.',
  'Der Meeresspiegel ist um 20 cm gestiegen.',
  'Im Jahr 2019 kostete ein Kilogramm Butter 6 Euro.',
  'In Norwegen dauert der Weg zur Arbeit 25 Minuten.',
  'Säuglinge schlafen bis zu 17 Stunden.',
  'Ergebnis: 30 % weniger Rückfälle nach einem Jahr.',
  'Im Lauf der Jahre sank der Anteil auf 12 %.',
];

const GERMAN_OTHERS = [
  'Wir haben 40 % des Budgets ausgegeben.',
  'Ich habe heute 20 % mehr geschafft als gestern.',
  'Unsere Umfrage ergab, dass 60 % der Gruppe zufrieden sind.',
  'Unsere Studien zeigen, dass es geht.',
  'Der Garten ist im Herbst am schönsten, und die Wege sind leer.',
  'Mein Anteil an der Miete ist um 5 Prozent gestiegen.',
  'Sind 40 % der Befragten wirklich zufrieden?',
  'Wenn 40 % der Leute kommen, ist der Raum voll.',
  'Stellen Sie den Regler auf 40 % und warten Sie.',
  'Die Musik war laut und die Gäste waren müde.',
  'Bitte 20 % abziehen, bevor die Rechnung verschickt wird.',
  'Meiner Meinung nach ist die Studie nicht gut gemacht.',
  'Laut Plan sind wir in zwei Wochen fertig.',
  'Wie wir oben zeigen, ist die Methode einfach.',
  'Das würde etwa 40 % der Kosten sparen und die Arbeit erleichtern.',
  'Die Studie ist noch nicht gelesen und die Notizen fehlen.',
  'Der Teig braucht 2 Stunden und 500 g Mehl.',
  'Die Fahrt dauert 3 Stunden und kostet 20 Euro.',
  'Mein Auto verbraucht im Schnitt 6 Liter.',
  'Rühren, bis 2 kg Masse entstanden sind.',
  'Siehe die Ergebnisse der Studie in der Tabelle auf der nächsten Seite.',
  'Der Lauf dauerte 5 Stunden und brach dann ab.',
  'Lauf 3 erreichte 92 % auf dem Testsatz.',
  'Der zweite Durchlauf lag bei 4 Minuten.',
  'Mit dem neuen Skript sank die Wartezeit um 7 Minuten.',
  'Gestern lag der Wert bei 12 °C.',
  'Im dritten Versuch lag der Wert bei 14 °C.',
  'Probe 4 lag bei 12 g, Probe 5 bei 11 g.',
  'Bis Montag sollen 80 % der Interviews transkribiert sein.',
  'Ziel: 40 % weniger Ausschuss bis Freitag.',
  'Drittmittel: 1,2 Millionen Euro bis 2027.',
  '20 % Salzlösung zugeben und 5 Minuten rühren.',
  'Noch 30 % der Fragebögen auswerten.',
  'Nach 20 % der Zeit gesichert.',
  'Das Paket ist schwerer als gedacht und wiegt 2 kg.',
  'Das dauerte mehr als 5 Stunden und war mühsam.',
];

const CHINESE_CLAIMS = [
  '张三等人指出，长时间对话会导致角色漂移。',
  '据新华社报道，该桥梁已于去年关闭。',
  '研究表明，睡眠不足会影响记忆。',
  '多项研究发现，运动可以改善情绪。',
  '根据世界卫生组织的报告，吸烟人数正在下降。',
  '据统计，城市人口持续增长。',
  'Smith 等人（2021）发现，模型更容易说服人。',
  '清华大学的研究团队发现了一种新的材料。',
  '专家认为，气候变化将影响粮食产量。',
  '用户数量增长了35%。',
  '该药物使死亡率下降了百分之二十。',
  '2019年，这些城市的居民平均通勤时间为1.2小时。',
  '我国人口的35%居住在城市。',
  '试验共纳入1200名患者。',
];

const CHINESE_OTHERS = [
  '我们花了40%的预算。',
  '我今天完成了80%的任务。',
  '花园在秋天最美。',
  '我们的研究表明这个方法可行。',
  '根据我们的数据，结果不稳定。',
  '根据需要调整参数。',
  '如果40%的人来，房间就满了。',
  '请把音量调到40%。',
  '有40%的人同意吗？',
  '召回率定义为被找到的相关项的百分比，最高为100%。',
  '本实验使用了30%的数据。',
  '研究计划还没有写完。',
  '等人来了我们再开始。',
  '大家都等着他表示同意。',
  '数据采集成本高，数据质量参差不齐，而且数据格式不统一。',
  '请参见第三节的统计分析。',
  '系统与 Cosmos、GAIA 等方法不同。',
];

describe.each([
  ['de', GERMAN_CLAIMS, GERMAN_OTHERS],
  ['zh', CHINESE_CLAIMS, CHINESE_OTHERS],
] as const)('%s', (language, claims, others) => {
  it.each(claims)('finds: %s', (sentence) => {
    const signs = foreignSignsOf(sentence, language);
    expect(signs?.words.length).toBeGreaterThan(0);
    for (const words of signs?.words ?? []) expect(sentence).toContain(words);
  });

  it.each(others)('leaves alone: %s', (sentence) => {
    expect(foreignSignsOf(sentence, language)).toBeUndefined();
  });
});

it.each([
  ['Laut einer Studie schlafen 40 % der Kinder zu wenig.', 'de', 'statistic', ['40 %', 'Laut einer Studie']],
  ['Müller et al. zeigen, dass es geht.', 'de', 'attribution', ['Müller et al. zeigen']],
  ['据新华社报道，该桥梁已于去年关闭。', 'zh', 'attribution', ['据新华社报道']],
] as const)('%s is of the kind that its words show', (sentence, language, kind, words) => {
  expect(foreignSignsOf(sentence, language)).toEqual({ kind, words, places: [] });
});

describe('a Chinese sum is quoted with its currency', () => {
  it.each([
    ['去年的市场规模达到2100亿元。', '2100亿元'],
    ['该公司亏损了1亿美元。', '1亿美元'],
    ['总量超过3万亿。', '3万亿'],
    ['约有20万人受到影响。', '20万'],
  ])('%s', (sentence, words) => {
    expect(foreignSignsOf(sentence, 'zh')?.words[0]).toBe(words);
  });
});
