import type { Shelf, StateFile } from '../../state/stateFile';

/** What a receiver gave back of a sharing; fen. */
export interface ShareReturn {
  outReturnNo: string;
  outOrderNo: string;
  account: string;
  amount: number;
}

/** What WeChat Pay keeps of 分账回退, by the merchant's numbers. */
export class ShareReturns {
  private readonly returns: Shelf<ShareReturn>;

  constructor(state: StateFile) {
    this.returns = state.shelf<ShareReturn>('shareReturn');
  }

  find(outReturnNo: string): ShareReturn | undefined {
    return this.returns.get(outReturnNo);
  }

  add(given: ShareReturn): ShareReturn {
    this.returns.put(given.outReturnNo, given);
    return given;
  }

  /** What of a sharing a receiver has given back so far. */
  returned(outOrderNo: string, account: string): number {
    return this.returns
      .all()
      .filter((each) => each.outOrderNo === outOrderNo && each.account === account)
      .reduce((sum, { amount }) => sum + amount, 0);
  }
}
