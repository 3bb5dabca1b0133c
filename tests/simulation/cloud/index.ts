/**
 * The WeChat cloud inside one run: documents with their history, transactions, locks and unique keys, in virtual time.
 * The server's own adapter and use cases run on top of it, unchanged.
 *
 * ```ts
 * const cloud = new SimulatedCloud(schedule);
 * cloud.put('settings', { _id: 'shop', … });
 * cloud.watch((changes) => { if (broken(changes)) schedule.halt(new Error('…')); });
 * const call = schedule.spawn('createOrder', (process) =>
 *   createOrder(simulatedPorts({ cloud, process, identity, pay, transfers }))({ requestId: 'r1', … }),
 * );
 * ```
 *
 * Sites are named `db.<collection>.<get|find|count|add|update|set|remove|aggregate>`, `tx.begin`, `tx.commit`,
 * `tx.rollback` and `tx.<collection>.<get|add|update|set>`.
 */
export { simulatedDatabase } from './database';
export { secretIds, simulatedIds, simulatedPorts } from './ports';
export { SimulatedCloud } from './simulatedCloud';
