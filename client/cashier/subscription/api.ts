// What the cashier's tab asks of the server about saved products. All throw ApiError or UnreachableError.
import type { NewAgreement, ProductView } from '../../../server/contract/payments.ts';
import { call } from '../../ui/api/api.ts';

const pathOf = (tillId: string) => `/api/tills/${encodeURIComponent(tillId)}/products`;

export async function fetchProducts(tillId: string): Promise<ProductView[]> {
  return ((await call(pathOf(tillId))).body as { products: ProductView[] }).products;
}

/** Keeps terms for the next subscriber. For managers. */
export const saveProduct = (tillId: string, terms: NewAgreement) =>
  call(pathOf(tillId), { method: 'POST', body: terms });

/** For managers; current subscribers are not affected. */
export const removeProduct = (tillId: string, id: string) =>
  call(`${pathOf(tillId)}/${encodeURIComponent(id)}`, { method: 'DELETE' });
