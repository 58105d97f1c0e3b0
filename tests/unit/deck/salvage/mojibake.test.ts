import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from '../../../../src/deck/salvage/mojibake.js';
import { rewrite } from '../../../../src/deck/salvage/rewrite.js';
import { cpuTime } from '../../../support/cpu-time.js';
import { damageEncoding, losesBytes, type Page } from './damage.js';

const PAGES: Page[] = ['windows-874', 'windows-1252'];

const repaired = (text: string) => rewrite(text, repairMojibake(text).edits).text;
const alphabet = (characters: string) => [...characters].filter((one) => !losesBytes(one));
const WIDE = alphabet(
  'abc XYZ 019 .,;:()[]{}"\'`*_#\n–—‘’“”…•·×÷±²³¹°§µ¼½¾ßäöüéèêëçñøåæþÿÀÂÃÇÉÑÖØÜ' +
    'αβγδεζηθικλμνξοπστυφχψωΓΔΘΛΞΣΦΨΩабвгдежзийклмнопртуфхцчшщыьюАБВГДЕЖЗ' +
    'אבגדהוابتثجحخกขคงจชซดตถทธนบปผพมยรลวสหอฮะาำเโใไ่้์漢字机器学习训练日本語カタカナ한국어' +
    '→↑↓↔⇒∀∂∃∅∇∈∉∑−√∞∧∨∩∪∫≈≠≤≥⊂⊕⊗⊙⊤⊥₀₂₃ₙ⁴⁵ᵀ─│┌└├┤┬┴┼═║█▓▒░■□▲▼◆○★☆✓✗✅⚡🔤🎯🧠🚀🤖💾🔥',
);

describe('what has gone through a code page', () => {
  it.each(PAGES)('comes back whole from %s', (page) => {
    const text = fc
      .array(fc.constantFrom(...WIDE), { maxLength: 60 })
      .map((parts) => `★ — ${parts.join('')}`);
    fc.assert(
      fc.property(text, (original) => {
        // A text that itself looks damaged would be mended a second time.
        fc.pre(repaired(original) === original);
        expect(repaired(damageEncoding(original, page))).toBe(original);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back where the five lost bytes are kept as control characters', () => {
    const bytes = new TextEncoder().encode('“←” ρ ₁ Ý 🏗️');
    const shown = Array.from(bytes, (byte) => {
      const kept = [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte);
      if (byte < 0x80 || kept) return String.fromCharCode(byte);
      return damageEncoding('', 'windows-874') + oneByte(byte);
    });
    expect(repaired(shown.join(''))).toBe('“←” ρ ₁ Ý 🏗️');
  });

  it.each([
    ['โ€”', '—'],
    ['โ€œsoโ€', '“so”'],
    ['โ˜…โ˜…โ˜†', '★★☆'],
    ['7.5ร— ยท 3ยฒ', '7.5× · 3²'],
    ['â€œsoâ€\u009d donâ€™t', '“so” don’t'],
    ['cafÃ© naÃ¯ve Â£3 25Â°', 'café naïve £3 25°'],
    ['Ð¿Ñ€Ð¸Ð²ÐµÑ‚', 'привет'],
    ['ä¸­æ–‡', '中文'],
  ])('%s is %s', (damaged, original) => {
    expect(repaired(damaged)).toBe(original);
  });

  it('is idempotent', () => {
    const damaged = fc
      .array(fc.constantFrom(...'←ρ₁ÁÝ”🏗👁🔍📝ก—★é日'), { maxLength: 20 })
      .map((parts) => damageEncoding(`★${parts.join('')}`, 'windows-874'));
    fc.assert(
      fc.property(damaged, (text) => {
        expect(repaired(repaired(text))).toBe(repaired(text));
      }),
    );
  });
});

function oneByte(byte: number): string {
  const thai = byte > 0xa0 && byte < 0xfc;
  if (thai) return String.fromCharCode(byte + 0xd60);
  return byte === 0xa0 ? '\u00a0' : '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'.charAt(byte - 0x80);
}

const THAI = (
  'ไทย โลก แบบ รถ ยก รก โค โถ ยาย ภาษา เป็น การ ที่ มี และ ของ ใน ได้ ว่า ให้ ไม่ จะ คน บาท ฯลฯ ฮา ' +
  'กรุงเทพฯ โมเดล ข้อมูล คำถาม คำตอบ เรียน เครื่อง ประสาท เทียม ยนต์ รบ รด ลด วก เกม อำเภอ ๑๒๓ ฿๕๐'
).split(' ');
const WORDS: Record<string, string[]> = {
  Thai: THAI,
  Greek: 'μάθηση ρόλος ύλη λόγος αβγ Άλφα'.split(' '),
  Cyrillic: 'обучение сеть я Эхо модель'.split(' '),
  Chinese: '机器学习 模型 训练 的 好'.split(' '),
  Japanese: '学習 モデル きそ です'.split(' '),
  French: 'été à où l’élève ÇA FORÊT «là» « né » garçon… œuvre É» naïve'.split(' '),
  German: 'Müller Straße „ÖL“ Größe Übung »Ä« CAFÉ²'.split(' '),
  Portuguese: 'IRMÃ “MAÇÔ não coração à Â AMANHÃ…'.split(' '),
  Czech: 'VÝŠKA přesně íž ÉŠ žluťoučký kůň ÚŽAS “kříž” †'.split(' '),
  names: 'CAFÉ™ ROSÉ® É† Ö© à²'.split(' '),
  Swedish: '”BLÅ” ”nå” på ÅÄÖ å–ä'.split(' '),
  signs: '“a” ‘b’ c—d e–f … 3×4 5÷2 ±1 x² 25° §3 € £ ¥ © ® ™ ¿qué? ¡no! n.º 1ª'.split(' '),
  drawing: '┌──┐ │ └──┘ ━━ ╔══╗ ▁▂▃ ░▒▓'.split(' '),
  emoji: '🏗️ 👁️ 👩‍💻 🏳️‍🌈 ✏️ 🇹🇭 👍🏽 ❤️ ⭐'.split(' '),
};

describe('right text', () => {
  it.each(Object.entries(WORDS))('in %s stays as it is, word by word', (_, words) => {
    for (const word of words) expect(repaired(word)).toBe(word);
  });

  it.each(Object.entries(WORDS))('in %s stays as it is, in any order', (_, words) => {
    const joints = [' ', '', ', ', ' “', '” ', '… ', ' — ', '\n', '\u00a0'];
    const parts = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...joints)));
    fc.assert(
      fc.property(parts, (list) => {
        const text = list.flat().join('');
        expect(repaired(text)).toBe(text);
      }),
    );
  });

  it('stays as it is beside damage', () => {
    expect(repaired('“so” โ†’ ไทย รถ “อาหาร” 漢字 λ é — โ€” 5ร—2 ยท x')).toBe(
      '“so” → ไทย รถ “อาหาร” 漢字 λ é — — 5×2 · x',
    );
  });

  it('in the ranges of whole scripts stays as it is', () => {
    const ranges = [
      [0x370, 0x3ff],
      [0x400, 0x4ff],
      [0x4e00, 0x9fff],
      [0x3040, 0x30ff],
      [0xac00, 0xd7a3],
      [0x2190, 0x22ff],
      [0x2500, 0x27bf],
      [0x1f300, 0x1faff],
    ] as const;
    const character = fc
      .constantFrom(...ranges)
      .chain(([from, to]) => fc.integer({ min: from, max: to }))
      .map((code) => String.fromCodePoint(code));
    const text = fc
      .array(fc.oneof(character, fc.constantFrom('“', '”', ' ', 'a')))
      .map((list) => list.join(''));
    fc.assert(
      fc.property(text, (right) => {
        expect(repaired(right)).toBe(right);
      }),
    );
  });
});

describe('a sequence that lost a byte', () => {
  it.each([
    ['โ† back', '← back'],
    ['the rate ฯ is โ‰ˆ 1', 'the rate ρ is ≈ 1'],
    ['ฮฒโ‚ and ฮฒโ‚‚', 'β₁ and β₂'],
    ['10โปยณโธ', '10⁻³⁸'],
    ['๐Ÿ—๏ธ', '🏗️'],
    ['๐Ÿ‘๏ธ', '👁️'],
    ['๐ŸŽ๏ธ', '🏎️'],
    ['โŒ โœ…', '❌ ✅'],
    ['x โˆˆ โ„', 'x ∈ ℝ'],
    ['๐Ÿ‘ฉโ€๐Ÿ’ป', '👩‍💻'],
    ['โ€œsoโ€, yes', '“so”, yes'],
    ['aย b โ€” c', 'a\u00a0b — c'],
    ['voilÃ  â€” Ã la', 'voilà — à la'],
    ['aÂ b â€” c', 'a\u00a0b — c'],
  ])('%s is likely %s', (damaged, original) => {
    expect(repaired(damaged)).toBe(original);
    expect(repairMojibake(damaged).lost).toEqual([]);
  });

  it('is marked where several characters are as likely, and the choices named', () => {
    const damaged = 'a โ€” ๐Ÿ“ b';
    const { lost } = repairMojibake(damaged);
    expect(repaired(damaged)).toBe('a — \ufffd b');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.at).toBe(damaged.indexOf('๐'));
    expect(lost[0]?.message).toContain('📁 📍 📏 📐 📝');
  });

  it('is not guessed within a Greek word', () => {
    expect(repaired(damageEncoding('— λύση', 'windows-874'))).toBe('— λ\ufffdση');
  });

  it('keeps the rest of any text whole', () => {
    const text = fc
      .array(fc.constantFrom('← ', 'Áx ', '📝 ', 'ก ', 'я ', '— ', '★ ', 'word ', '日 '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (original) => {
        const result = repaired(damageEncoding(`★ ${original}`, 'windows-874')).split(' ');
        for (const [index, part] of `★ ${original}`.split(' ').entries()) {
          expect([part, part.replace(/^./u, '\ufffd')]).toContain(result[index]);
        }
      }),
    );
  });
});

describe('time', () => {
  it('is linear in text that could be damage everywhere', () => {
    const text = 'ยโÃâ€๐Ÿ“'.repeat(100_000);
    const start = cpuTime();
    repairMojibake(text);
    expect(cpuTime() - start).toBeLessThan(5000);
  });
});
