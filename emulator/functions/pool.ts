import type { DeployedFunction } from './catalog';
import { Instance, type InstanceCall, type InstanceSettings } from './instance';

export interface PoolLimits {
  instancesPerFunction: number;
  idleInstances: number;
}

interface FunctionInstances {
  idle: Instance[];
  busy: number;
  queue: (() => void)[];
}

/**
 * Warm instances of all functions. A call takes an idle instance, starts one, or waits for its turn;
 * nested calls never wait, or a function that calls others could wait for itself.
 */
export class InstancePool {
  private readonly functions = new Map<string, FunctionInstances>();
  /** Idle instances of all functions, least recently used first. */
  private readonly idleOrder = new Map<Instance, FunctionInstances>();
  private readonly all = new Set<Instance>();

  constructor(
    private readonly limits: PoolLimits,
    private readonly settingsOf: (functionName: string) => InstanceSettings,
  ) {}

  /** Runs one call on an instance of its own for as long as it takes. */
  async run(deployed: DeployedFunction, call: InstanceCall, nested: boolean): Promise<string> {
    const instances = this.of(deployed.name);
    if (!nested) await this.turn(instances);
    else instances.busy += 1;
    try {
      return await this.runOn(this.take(deployed, instances), instances, call);
    } finally {
      this.passTurn(instances);
    }
  }

  /** Ends every instance. */
  async close(): Promise<void> {
    await Promise.all([...this.all].map((instance) => instance.kill()));
  }

  private async runOn(
    instance: Instance,
    instances: FunctionInstances,
    call: InstanceCall,
  ): Promise<string> {
    try {
      return await instance.run(call);
    } finally {
      this.giveBack(instance, instances);
    }
  }

  private of(name: string): FunctionInstances {
    const known = this.functions.get(name);
    if (known) return known;
    const fresh: FunctionInstances = { idle: [], busy: 0, queue: [] };
    this.functions.set(name, fresh);
    return fresh;
  }

  private turn(instances: FunctionInstances): Promise<void> | void {
    if (instances.busy < this.limits.instancesPerFunction) {
      instances.busy += 1;
      return;
    }
    return new Promise((resolve) => instances.queue.push(resolve));
  }

  private take(deployed: DeployedFunction, instances: FunctionInstances): Instance {
    for (let idle = instances.idle.pop(); idle; idle = instances.idle.pop()) {
      this.idleOrder.delete(idle);
      if (idle.alive && idle.version === deployed.version) return idle;
      this.all.delete(idle);
      void idle.kill();
    }
    const instance = new Instance(deployed, this.settingsOf(deployed.name));
    this.all.add(instance);
    return instance;
  }

  private giveBack(instance: Instance, instances: FunctionInstances): void {
    if (instance.alive) {
      instances.idle.push(instance);
      this.idleOrder.set(instance, instances);
    } else {
      this.all.delete(instance);
    }
    this.retireOldest();
  }

  private passTurn(instances: FunctionInstances): void {
    // The turn passes on without becoming free in between, so nobody can slip in before a waiting call.
    const next = instances.queue.shift();
    if (next) next();
    else instances.busy -= 1;
  }

  private retireOldest(): void {
    for (const [instance, instances] of this.idleOrder) {
      if (this.idleOrder.size <= this.limits.idleInstances) return;
      this.idleOrder.delete(instance);
      instances.idle = instances.idle.filter((other) => other !== instance);
      this.all.delete(instance);
      void instance.kill();
    }
  }
}
