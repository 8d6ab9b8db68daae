export { PageNotFound as default } from '@/app/page-not-found';
