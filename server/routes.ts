// Every call of the API, in one list: router, authorization and description are made of it.
import { createDeviceRoutes, type DeviceRoutesDeps } from './access/displays/device-routes.ts';
import { createDisplayRoutes, type DisplayRoutesDeps } from './access/displays/staff-routes.ts';
import { type Route, route } from './access/route.ts';
import { createLockRoutes, type LockRoutesDeps } from './access/sessions/lock-routes.ts';
import {
  createOpenSessionRoutes,
  type OpenSessionRoutesDeps,
} from './access/sessions/open-session-routes.ts';
import { createProofRoutes, type ProofRoutesDeps } from './access/sessions/proof-routes.ts';
import { createSessionRoutes, type SessionRoutesDeps } from './access/staff/session-routes.ts';
import { createStaffRoutes, type StaffRoutesDeps } from './access/staff/staff-routes.ts';
import { createOpenApiRoute } from './api-docs/openapi-route.ts';
import { type AuditRoutesDeps, createAuditRoutes } from './audit/routes.ts';
import { type BrandingRoutesDeps, createBrandingRoutes } from './branding/branding-routes.ts';
import { type ClientErrorRoutesDeps, createClientErrorRoutes } from './client-errors/routes.ts';
import { createExports } from './http/export.ts';
import type { Metrics } from './http/metrics.ts';
import { createHomeRoutes, type HomeRoutesDeps } from './pages/home-routes.ts';
import { type CallbackRoutesDeps, createCallbackRoutes } from './payments/routes/callbacks.ts';
import { createOperationRoutes, type OperationRoutesDeps } from './payments/routes/operations.ts';
import { createPaymentRoutes, type PaymentRoutesDeps } from './payments/routes/payments.ts';
import { createTillRoutes, type TillRoutesDeps } from './payments/routes/tills.ts';
import { createScreenRoutes, type ScreenRoutesDeps } from './payments/screen/routes.ts';
import { createProductRoutes, type ProductRoutesDeps } from './products/product-routes.ts';
import { createReconciliationRoutes, type ReconciliationRoutesDeps } from './reconciliation/routes.ts';
import { createReportRoutes, type ReportRoutesDeps } from './reports/routes.ts';
import { createSettingsRoutes, type SettingsRoutesDeps } from './settings/routes.ts';
import { createTillSettingsRoutes, type TillSettingsRoutesDeps } from './settings/till-routes.ts';

export type RoutesDeps = AuditRoutesDeps &
  BrandingRoutesDeps &
  CallbackRoutesDeps &
  ClientErrorRoutesDeps &
  DeviceRoutesDeps &
  DisplayRoutesDeps &
  HomeRoutesDeps &
  LockRoutesDeps &
  OpenSessionRoutesDeps &
  OperationRoutesDeps &
  PaymentRoutesDeps &
  ProductRoutesDeps &
  ProofRoutesDeps &
  ReconciliationRoutesDeps &
  ReportRoutesDeps &
  ScreenRoutesDeps &
  SettingsRoutesDeps &
  TillSettingsRoutesDeps &
  SessionRoutesDeps &
  StaffRoutesDeps &
  TillRoutesDeps & { metrics: Pick<Metrics, 'read'>; version: string };

const createMetricsRoute = (metrics: Pick<Metrics, 'read'>): Route =>
  route({
    method: 'get',
    path: '/metrics',
    operationId: 'readMetrics',
    summary: 'What operators watch, in Prometheus’ text format',
    access: 'read_metrics',
    success: { status: 200, type: 'text/plain' },
    async handle({ response }) {
      const { contentType, text } = await metrics.read();
      response.type(contentType).send(text);
      return undefined;
    },
  });

export function createRoutes(wired: Omit<RoutesDeps, 'exports'>): readonly Route[] {
  const deps: RoutesDeps = { ...wired, exports: createExports() };
  const routes: readonly Route[] = [
    // First, because every screen asks every second.
    ...createScreenRoutes(deps),
    ...createTillRoutes(deps),
    ...createPaymentRoutes(deps),
    ...createOperationRoutes(deps),
    ...createReconciliationRoutes(deps),
    ...createReportRoutes(deps),
    ...createCallbackRoutes(deps),
    ...createSettingsRoutes(deps),
    ...createTillSettingsRoutes(deps),
    ...createProductRoutes(deps),
    ...createBrandingRoutes(deps),
    ...createSessionRoutes(deps),
    ...createProofRoutes(deps),
    ...createLockRoutes(deps),
    ...createOpenSessionRoutes(deps),
    ...createStaffRoutes(deps),
    ...createAuditRoutes(deps),
    ...createDeviceRoutes(deps),
    ...createDisplayRoutes(deps),
    ...createHomeRoutes(deps),
    ...createClientErrorRoutes(deps),
    createMetricsRoute(deps.metrics),
    createOpenApiRoute(deps.version, () => routes, deps.cookies),
  ];
  return routes;
}
