/** A row of `api_keys`. */
export type ApiKeyRow = {
  id: string;
  name: string;
  name_key: string;
  token_hash: string;
  shop: string | null;
  till: string | null;
  created_at: number;
  /** Separated by commas. */
  scopes: string;
  /** By the wall clock. */
  expires_at: number | null;
  last_used_at: number | null;
  /** Of a key that was rotated, the token of before, and when it ends by the steady clock. */
  old_token_hash: string | null;
  old_ends_at: number | null;
};
