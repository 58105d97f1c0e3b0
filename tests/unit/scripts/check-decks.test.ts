import { describe, expect, test } from 'vitest';
import { checkEquations } from '../../../scripts/check-decks/equations.mjs';

/** What the checker makes of a text: `right`, `wrong`, or `not checked`. */
function verdict(text: string): string {
  const { checked, problems } = checkEquations(text);
  if (problems.length > 0) return 'wrong';
  return checked > 0 ? 'right' : 'not checked';
}

describe('plain arithmetic', () => {
  test.each([
    ['16 / 4 = 4'],
    ['4,096² = 16.8M'],
    ['7B × 2 = 14B'],
    ['0.9^5 ≈ 0.59'],
    ['2 + 3 × 4 = 14'],
    ['(2 + 3) × 4 = 20'],
    ['24 / 4 / 2 = 3'],
    ['2^3^2 = 512'],
    ['10^-3 × 5 = 0.005'],
    ['10⁻³ × 5 = 0.005'],
    ['−2 × 3 = −6'],
    ['(1-0.3) × 10 = 7'],
    ['√64 × 2 = 16'],
    ['exp(−0.5) ≈ 0.61'],
    ['log₂ 10 ≈ 3.32 bits'],
    ['e^(−2) = 0.135'],
    ['3 x 4 = 12'],
    ['15 T tokens × 6 = 90T'],
    ['3 million × 2 = 6 million'],
    ['23.0 + 11.4 + 1.2 + 1.9 = 37.5 billion'],
  ])('%s is right', (text) => {
    expect(verdict(text)).toBe('right');
  });

  test.each([['3 × 4 = 13'], ['0.9^5 = 0.58'], ['9 × 9 ≈ 90'], ['4,096² = 16.9M'], ['7 − 4 = 4']])(
    '%s is wrong',
    (text) => {
      expect(verdict(text)).toBe('wrong');
    },
  );

  test('scientific notation may be written in three ways', () => {
    for (const right of ['5.88e23', '5.88 × 10^23', '5.88 × 10²³']) {
      expect(verdict(`6 × 70B × 1.4T = ${right}`)).toBe('right');
    }
    expect(verdict('6 × 70B × 1.4T = 5.88 × 10^22')).toBe('wrong');
  });
});

describe('precision', () => {
  test('= holds within the last shown digit', () => {
    expect(verdict('2 / 3 = 0.67')).toBe('right');
    expect(verdict('2 / 3 = 0.66')).toBe('wrong');
    expect(verdict('2 / 3 = 0.7')).toBe('right');
  });

  test('trailing zeros of a large whole number may come from rounding', () => {
    expect(verdict('360 × 24,000 = 8,600,000')).toBe('right');
    expect(verdict('360 × 24,000 = 8,800,000')).toBe('wrong');
    expect(verdict('33 × 30 = 1,000')).toBe('wrong');
  });

  test('≈ and about allow two units of the last digit or five percent', () => {
    expect(verdict('2 / 3 ≈ 0.65')).toBe('right');
    expect(verdict('12 × 2 = about 25')).toBe('right');
    expect(verdict('12 × 2 = ~25')).toBe('right');
    expect(verdict('12 × 2 = 25')).toBe('wrong');
  });

  test('≈ before a one-digit number is no blank check', () => {
    expect(verdict('0.5 × 0.6 ≈ 2')).toBe('wrong');
  });
});

describe('units', () => {
  test.each([
    ['2 × 80 × 8 × 128 × 4,096 × 2 bytes = 1.34 GB'],
    ['2 × 3 GiB = 6.44 GB'],
    ['7B params × 4 bits = 3.5 GB'],
    ['7B × 4 bits / 8 = 3.5 GB'],
    ['7B params × 2 bytes per param = 14 GB'],
    ['100 Gbps / 8 = 12.5 GB/s'],
    ['140 GB / 3.35 TB/s = 41.8 ms'],
    ['1,000 tokens / 50 tokens/s = 20 s'],
    ['1,000 / 40 ms = 25 requests/s'],
    ['8 GPUs × 54 days × 24 hours/day = 10,368 GPU-hours'],
    ['1e21 FLOPs / (989 TFLOP/s × 0.4) = 29 days'],
    ['700 W × 24 h = 16.8 kWh'],
    ['3 / 4 = 75%'],
    ['10M items/day × 3 KB = 30 GB'],
    ['0.33 USD × 10^6 = 330,000 USD'],
    ['0.1% × 30 × 24 × 60 = 43.2 minutes'],
    ['14 GB (weights) + 2 GB (cache) = 16 GB'],
    ['80 GB − 14 = 66 GB'],
    ['3.50 USD per 1M tokens × 2M tokens = 7 USD'],
    ['US$3.50/M tokens × 2M tokens = 7 USD'],
    ['8 heads × 128 dims = 1,024'],
  ])('%s is right', (text) => {
    expect(verdict(text)).toBe('right');
  });

  test.each([
    ['7B × 2 bytes = 14 MB'],
    ['80 GB / 2 TB/s = 40 s'],
    ['2 × 3 GiB = 6.0 GB'],
    ['512 KB × 1,000 = 512,000 MB'],
  ])('%s is wrong', (text) => {
    expect(verdict(text)).toBe('wrong');
  });

  test('a conversion may be written out, in the right direction and size', () => {
    expect(verdict('7,200 s / 3,600 = 2 hours')).toBe('right');
    expect(verdict('7,200 s / 60 = 2 hours')).toBe('wrong');
    expect(verdict('10M requests/day / 86,400 = 116 requests/s')).toBe('right');
    expect(verdict('3 / 4 × 100 = 75%')).toBe('right');
  });

  test('months and years are compared as written', () => {
    expect(verdict('10 USD/day × 30 = 300 USD/month')).toBe('right');
    expect(verdict('10 USD/day × 30 = 200 USD/month')).toBe('wrong');
  });
});

describe('equations in prose', () => {
  test.each([
    ['So a total of 8 × 4 = 32 things'],
    ['(8 × 4 = 32)'],
    ['With 80 layers, 8 × 128 = 1,024.'],
    ['a Llama 7B × 2 bytes = 14 GB model'],
    ['17² = 289 times the power'],
    ['14 / 7 = 2× faster'],
    ['from 300 / 175 ≈ 1.7 to 2,000 / 70 ≈ 29'],
    ['3 tokens and 4 × 5 = 20 more'],
    ['multiply it by 2^20 ≈ 1.049M or its inverse'],
  ])('%s is found', (text) => {
    expect(verdict(text)).toBe('right');
  });

  test('each link of a chain is checked', () => {
    expect(checkEquations('K = 8 × 4 = 32')).toMatchObject({ checked: 1, problems: [] });
    expect(checkEquations('128 × 128 = 16,384 ≈ 16K')).toMatchObject({ checked: 2, problems: [] });
    expect(checkEquations('3 × 4 = 12 = 6 × 2')).toMatchObject({ checked: 2, problems: [] });
    expect(checkEquations('128 × 128 = 16,384 ≈ 20K').problems).toHaveLength(1);
  });

  test('a problem says where it is and what would be right', () => {
    const { problems } = checkEquations('First 2 × 3 = 6, then 7B × 2 bytes = 15 GB.');
    expect(problems).toEqual([{ offset: 22, equation: '7B × 2 bytes = 15 GB', actual: 14 }]);
  });
});

describe('what is not purely numeric is left alone', () => {
  test.each([
    ['d × d = d²'],
    ['N × 4 = 16'],
    ['2 × d_model = 8,192'],
    ['3 × 4 = 12 × d'],
    ['8 × H100 = 640 GB'],
    ['f(2, 3 × 4) = 5'],
    ['(B, T, 4096) × (4096, 128) = (B, T, 128)'],
    ['x * 3 + 4 * 2 = 33'],
    ['5% of 8 × 4 = 3'],
    ['half of 8 × 3 = 12'],
    ['3 times 4 × 2 = 24'],
    ['12 divided by 3 × 2 = 2'],
    ['10-20 × 3 = 30-60'],
    ['3–5 × 2 = 6–10'],
    ['3 to 5 × 2 = 6 to 10'],
    ['ln 8 / 2 = 1'],
    ['5! × 2 = 1'],
    ['3 × 4 == 13'],
    ['3 × 4 ≤ 13'],
    ['80 GB = 80,000 MB'],
    ['d = 128'],
  ])('%s', (text) => {
    expect(verdict(text)).toBe('not checked');
  });

  test('and is counted where it had numbers to compute with', () => {
    expect(checkEquations('d × 4 = 16').skipped).toBe(1);
    expect(checkEquations('d = 16').skipped).toBe(0);
  });
});
