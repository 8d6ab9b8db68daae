#!/bin/sh
# Makes each secret that is not there yet, a file each, in the folder `secrets` beside this file. Needs nothing but a shell.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets
cd secrets

# $1 bytes of the system's generator, as capital hexadecimal digits
random() { od -An -v -tx1 -N"$1" /dev/urandom | tr -d ' \n' | tr a-f A-F; }

# $1 name; takes the value from standard input. Containers run as other users: who gets in is decided by the folder.
keep() {
  if [ -e "$1" ]; then cat > /dev/null; else cat > "$1.new" && chmod 444 "$1.new" && mv "$1.new" "$1"; fi
}

for password in database-password database-owner-password database-site-password; do random 24 | keep "$password"; done
printf 'postgresql://tessera:%s@database/tessera' "$(cat database-site-password)" | keep database-url
printf 'postgresql://tessera_owner:%s@database/tessera' "$(cat database-owner-password)" | keep database-migration-url
printf 'smtp://localhost:1025' | keep smtp-url
random 32 | keep session-secret
printf 'k1:%s' "$(random 32)" | keep data-keys
random 8 | keep gateway-id
random 32 | keep gateway-front-end-key
random 32 | keep gateway-back-end-key
