#!/bin/sh
# Starts NormScope with the Java that comes with it. In the plain C locale Java would take the letters of a folder beyond
# ASCII for question marks.
[ "$(PATH=$PATH:/usr/bin:/bin locale charmap 2>/dev/null)" = ANSI_X3.4-1968 ] && export LC_ALL=C.UTF-8
self=$(PATH=$PATH:/usr/bin:/bin readlink -f "$0")
exec "${self%/*}/normscope-java" "$@"
