export const trustPath = '/trust';
export const certificatePath = '/trust/tillside.crt';
export const profilePath = '/trust/tillside.mobileconfig';
