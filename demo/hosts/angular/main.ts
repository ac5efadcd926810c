import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'nodeflux-liveness';
import type { LivenessErrorEvent, LivenessSuccessEvent } from 'nodeflux-liveness';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <nodeflux-liveness
      api-url="/service"
      token-url="/liveness/token"
      result-url="/liveness/result"
      [texts]="texts"
      (liveness-success)="succeed($event)"
      (liveness-error)="fail($event)"
    ></nodeflux-liveness>
    <p id="outcome">{{ outcome() }}</p>
  `,
})
class Check {
  readonly texts = { 'start.title': 'Open your account' };
  readonly outcome = signal('');

  succeed({ detail: { verdict } }: LivenessSuccessEvent) {
    this.outcome.set(`live: ${verdict?.status === 'judged' && verdict.live}`);
  }

  fail({ detail }: LivenessErrorEvent) {
    this.outcome.set(detail.code);
  }
}

await bootstrapApplication(Check);
