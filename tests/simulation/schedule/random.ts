/** Four words that differ in about half their bits for texts that differ anywhere. */
const wordsOf = (text: string): [number, number, number, number] => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ letter, 597399067);
    b = c ^ Math.imul(b ^ letter, 2869860233);
    c = d ^ Math.imul(c ^ letter, 951274213);
    d = a ^ Math.imul(d ^ letter, 2716044179);
  }
  return [a, b, c, d];
};

/** Chance that a seed decides: the same seed gives the same draws, on every machine (xoshiro128**). */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(private readonly seed: number | string) {
    [this.a, this.b, this.c, this.d] = wordsOf(String(seed));
    this.d |= 1;
    for (let i = 0; i < 8; i += 1) this.next();
  }

  /** Chance of its own for a part that has a name: what one part draws never shifts what another draws. */
  split(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** 32 random bits, as an integer from 0. */
  next(): number {
    const product = Math.imul(this.b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** An integer from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * end);
  }

  /** An integer from `first` to `last`, both possible. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  /** True so often, from 0 never to 1 always. */
  chance(probability: number): boolean {
    return this.next() < probability * 0x1_0000_0000;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** A new list with the same items, shuffled. */
  shuffled<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let i = shuffled.length - 1; i > 0; i -= 1) {
      const other = this.below(i + 1);
      [shuffled[i], shuffled[other]] = [shuffled[other] as T, shuffled[i] as T];
    }
    return shuffled;
  }
}
