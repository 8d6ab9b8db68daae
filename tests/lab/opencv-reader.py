"""Reads pictures from its input, each a line "width height" and its grey values, and prints the text of each, or a line."""

import sys

import cv2
import numpy

detector = cv2.QRCodeDetector()
while header := sys.stdin.buffer.readline():
    width, height = map(int, header.split())
    grey = numpy.frombuffer(sys.stdin.buffer.read(width * height), numpy.uint8).reshape(height, width)
    try:
        text = detector.detectAndDecode(grey)[0]
    except cv2.error:
        text = ""
    print(text.replace("\n", " "), flush=True)
