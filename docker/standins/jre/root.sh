#!/usr/bin/env bash
# Lays out the root of the base image: root.sh DIRECTORY JDK [all]. With "all" the whole JDK, else a linked run-time.
set -euo pipefail
root=$1 jdk=$2 whole=${3:-}

commands=(bash cat chmod chown cp cut date dirname basename echo env expr false find grep head hostname id kill ln ls mkdir
  mktemp mv nproc ps pwd readlink realpath rm rmdir sed seq sleep sort stat tail tar tee test timeout touch tr true tty uname
  uniq wc xargs)
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.management.rmi,java.naming,java.net.http,java.prefs,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,java.xml.crypto,jdk.attach,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs
# What a program loads by name while it runs.
loaded=(libstdc++.so.6 libgcc_s.so.1 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libz.so.1 libnss_dns.so.2
  libnss_files.so.2 libresolv.so.2)

mkdir -p "$root"/{usr/bin,etc/ssl/certs,tmp,var/tmp,root,proc,sys,dev,opt,lib64}
chmod 1777 "$root/tmp" "$root/var/tmp"
ln -s usr/bin "$root/bin"

programs=()
for command in "${commands[@]}"; do
  file=$(PATH=/usr/bin:/bin type -P "$command") || continue
  cp -L "$file" "$root/usr/bin/$command"
  programs+=("$root/usr/bin/$command")
done
ln -sf bash "$root/usr/bin/sh"

if [ -n "$whole" ]; then
  cp -a "$jdk/." "$root/opt/java"
  rm -rf "$root/opt/java"/{src.zip,lib/src.zip,man,demo,jmods}
else
  "$jdk/bin/jlink" --add-modules "$modules" --no-header-files --no-man-pages --strip-debug --generate-cds-archive \
    --output "$root/opt/java"
fi
mapfile -t binaries < <(find "$root/opt/java" -type f \( -name '*.so' -o -path '*/bin/*' \))

copy() { # a library under the name that is asked for
  [ -e "$root$1" ] && return
  mkdir -p "$root$(dirname "$1")"
  cp -L "$1" "$root$1"
}
for file in "${programs[@]}" "${binaries[@]}"; do ldd "$file" 2>/dev/null | grep -o '/[^ ]*' || true; done |
  grep -v "^$root" | sort -u | while read -r library; do copy "$library"; done
for library in "${loaded[@]}"; do
  for directory in "/lib/$(uname -m)-linux-gnu" "/usr/lib/$(uname -m)-linux-gnu"; do
    if [ -e "$directory/$library" ]; then
      copy "$directory/$library"
      break
    fi
  done
done

printf 'root:x:0:0:root:/root:/bin/bash\nappuser:x:1000:1000::/tmp:/bin/bash\nnobody:x:65534:65534::/:/bin/false\n' >"$root/etc/passwd"
printf 'root:x:0:\nappuser:x:1000:\nnogroup:x:65534:\n' >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
