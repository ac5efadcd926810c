/**
 * `nodeflux-liveness/server`: for the integrator's backend. Web-standard (fetch, Request, Response), for any framework
 * and any base URL, the vendor's or your own.
 */
export type {
  Fault,
  FaultCode,
  Finding,
  Measurement,
  MeasurementCode,
  OpenWord,
} from '../submission/details-wire.ts';
export type { LinkState } from '../submission/link-state.ts';
export type { ResultAnswer } from '../submission/result-answer.ts';
export type { IncompleteReason, Verdict } from '../submission/verdict.ts';
export type { CheckLink, CheckLinkOptions, CheckLinkStatus } from './check-links.ts';
export type { CheckPageOptions } from './check-page-options.ts';
export {
  createLivenessClient,
  type LivenessClient,
  type LivenessClientOptions,
  type TokenOptions,
  type VerdictOptions,
} from './create-liveness-client.ts';
export { createLivenessHandler } from './create-liveness-handler.ts';
export { createWebhookHandler, type WebhookHandlerOptions } from './create-webhook-handler.ts';
export type { AllowedOrigins } from './cross-site.ts';
export type { ErasureReceipt } from './erasure-receipt.ts';
export type { HandOffOptions } from './hand-off-options.ts';
export type { DetailedVerdict, JobDetails } from './job-details.ts';
export type { LivenessHandlerOptions, SessionVerdict } from './liveness-handler-options.ts';
export { LivenessServerError, type LivenessServerErrorCode } from './liveness-server-error.ts';
export {
  createSessionTokens,
  type SessionTokenLimits,
  type SessionTokens,
} from './session-tokens.ts';
export type { SubmitPassage } from './submit-passage.ts';
export {
  verifyWebhook,
  type WebhookEvent,
  type WebhookRequest,
  type WebhookVerification,
} from './verify-webhook.ts';
